"""Words that carry grammar, not content. Negations are not among them: they change what is said."""

STOPWORDS = frozenset(
    """
a about above after again all also am an and any are as at be because been before being below between both but by
can could did do does doing down during each few for from further had has have having he her here hers herself him
himself his how i if in into is it its itself just me more most must my myself of off on once only or other our ours
ourselves out over own same she should so some such than that the their theirs them themselves then there these they
this those through to too under until up very was we were what when where which while who whom whose why will with
would you your yours yourself yourselves upon us shall may might would've it's he's she's that's there's they're
we're you're i'm i've we've they've i'd he'd she'd they'd we'd i'll he'll she'll they'll we'll
say says said saying tell tells told
""".split()
)
