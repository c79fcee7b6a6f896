"""Words that stories use for one thing and that do not tell the same of it: one field a line. A list of our own.

A field's words are no mere synonyms: each puts the thing in its own light, so that it matters which one
a story takes.
"""

from __future__ import annotations

_FIELDS = """
the agreement: deal, agreement, accord, pact, treaty, settlement, truce, ceasefire, armistice, compromise, capitulation
the stoppage: strike, walkout, stoppage, blockade, industrial action, dispute, standoff, shutdown, lockout
the protest: protest, protests, demonstration, demonstrations, rally, march, riot, riots, unrest, uprising, mob
the change: cuts, merger, consolidation, closure, closures, reform, reforms, shake-up, overhaul, restructuring
the money saved: cut, cuts, saving, savings, efficiencies, economies
the fighting: war, conflict, invasion, operation, aggression, offensive, hostilities, crisis, clash, clashes, skirmish
the attack: attack, strike, raid, incident, incursion, assault, bombing, shelling, massacre, ambush
the deaths: death, deaths, killing, killings, murder, murders, fatalities, losses, casualties, massacre, slaughter
the land: occupied, seized, annexed, captured, disputed, liberated
giving up land: cede, cedes, ceded, surrender, surrendered, hand over, hands over, handed over
the flood: flood, floods, flooding, deluge, torrent, inundation
the people who came: migrants, refugees, asylum-seekers, immigrants, arrivals, aliens, foreigners, newcomers
the fighters: fighters, militants, rebels, insurgents, terrorists, gunmen, soldiers, forces, guerrillas, separatists
the rulers: government, regime, administration, leadership, junta, authorities, cabinet
the leader: president, leader, dictator, strongman, ruler, autocrat, premier
the money given: subsidy, handout, handouts, bailout, aid, grant, support, relief, investment, giveaway
the plan: plan, proposal, scheme, programme, program, plot, project, initiative, blueprint, strategy, gamble
the mistake: mistake, error, failure, failings, blunder, scandal, lapse, oversight, wrongdoing, misconduct, crime
the meeting: talks, negotiations, summit, showdown, consultation
the inquiry: inquiry, investigation, probe, review, audit, witch-hunt, crackdown
the climate: warming, heating, climate change, climate crisis, climate emergency, climate scare, climate alarm
the unborn: foetus, fetus, baby, unborn child, embryo
the rise: rise, increase, surge, jump, spike, growth, explosion, uptick
the fall: fall, decline, drop, slump, plunge, dip, collapse, crash, decrease
those who are poor: poor, needy, vulnerable, scroungers, claimants, disadvantaged
the crowd: crowd, mob, thousands, supporters, protesters, demonstrators, rioters, marchers, activists
the critics: critics, opponents, detractors, haters, sceptics, skeptics, naysayers, activists, campaigners
the killing: shot, killed, gunned down, executed, neutralised, neutralized, eliminated
the rule: ban, restriction, restrictions, curb, curbs, crackdown, protection, protections, safeguard, safeguards
the layoffs: layoffs, redundancies, job cuts, restructuring, downsizing, sackings, dismissals, headcount
the users: customers, users, readers, patients, taxpayers, residents, clients, passengers, consumers
the wealthy: rich, wealthy, elite, elites, investors, job creators, tycoons, fat cats
the weapon: missile, missiles, rockets, weapon, weapons, arms, firepower, deterrent
the border: wall, fence, barrier, border, frontier, front line, frontline
the help: help, assistance, support, intervention, meddling, interference, involvement
"""
# Here only the words in front tell: savings plan, consolidation programme.
NEEDS_MODIFIER = frozenset(("the plan", "the meeting"))
# Here a word in front means somebody else: fighters, fire fighters.
NO_MODIFIER = frozenset(("the fighters", "the people who came", "the leader", "the rulers"))


def _fields() -> dict[tuple[str, ...], list[str]]:
    """Words of a term -> the fields it is in."""
    found: dict[tuple[str, ...], list[str]] = {}
    for line in _FIELDS.strip().splitlines():
        thing, _, terms = line.partition(": ")
        for term in terms.split(", "):
            found.setdefault(tuple(term.split()), []).append(thing)
    return found


FIELDS = _fields()
