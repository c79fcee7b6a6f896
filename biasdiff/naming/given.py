"""Common given names of many languages: they tell a person from a firm, and often “he” from “she”. Our own list."""

_WOMEN = """
abigail ada adele aisha alice alicia alina alison amal amanda amara amelia amina amy ana anastasia andrea angela
angelina anita ann anna anne annette annie antonia april ariana asha astrid audrey aya ayesha barbara beatrice becky
bella bernadette beth bethany betty bianca birgit bonnie brenda bridget camilla carla carmen carol carole carly caroline
carolyn catherine cecilia celia charlotte cheryl chiara chloe christina christine cindy claire clara claudia colleen
constance cora crystal cynthia daisy dana danielle daphne dawn deborah debra denise diana diane dolores donna dora doris
dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erin
esther ethel eva eve evelyn faith farah fatima felicia fiona flora florence frances francesca freya frida gabriela
gabriella gemma georgia geraldine gerda gillian gina giulia gladys gloria grace greta gwen hana hanna hannah harriet
hazel heather heidi helen helena hilary hillary hope ida ilka ilse inga ingrid irene irina iris isabel isabella
ivanka ivy jacqueline jana jane janet janice jasmine jean jeanette jenna jennifer jenny jessica jill joan joanna
joanne josephine joy joyce juanita judith judy julia juliana julie juliet june karen karin karla kate katherine
kathleen kathryn kathy katie katrina kavita kayla kerstin kim kimberly kirsten kirstin kristin kristina lara latifa
laura lauren layla lea leah leila lena leonora leticia lidia lila lily linda lisa liz lois lola lorraine louisa
louise lucia lucie lucy luisa lydia lynn mabel madeleine maeve magdalena maja malala mandy mara marcia margaret
margarita maria mariam marianne marie marilyn marina marion marjorie marlene marta martha martina mary matilda
maureen maya megan mei melania melanie melissa mercedes meryl mia michelle mildred mina mira miranda miriam mona
monica monika muriel nadia nancy naomi natalia natalie natasha nell nicola nicole nina noor nora norma odette olga
olivia pamela patricia paula pauline pearl penelope penny petra phoebe phyllis pia polly priscilla priti priya
rachel rania rebecca regina renata renee rhonda rita roberta robin rosa rosalind rose rosemary rosie roxanne ruby
ruth sabrina sally samantha samira sandra sara sarah sasha selma shannon sharon sheila shirley silvia simone siobhan
sofia sonia sonja sophia sophie stella stephanie sue sunita susan susanna suzanne svetlana sylvia tamara tania tanya
tara tatiana teresa tess thelma theresa therese tilda tina tracy trudy uma una ursula valentina valeria valerie
vanessa vera verity veronica victoria viola violet virginia vivian wanda wendy wilma winnie xenia yasmin yolanda
yulia yvette yvonne zainab zara zoe
"""
_MEN = """
aaron abdul abdullah abraham adam adrian ahmad ahmed aidan akira alan alastair albert alberto aldo alec alejandro
aleksandr alex alexander alexei alfred ali alistair allan allen alvin amir anatoly anders andre andreas andrei
andrew andy angelo angus anselm anthony antoine anton antonio antony archie ariel arjun arnold aron arthur arturo
ashraf augustus austin barack barry bart bashar basil ben benedict benjamin benny bernard bernie bert bill billy
bjorn bob bobby boris brad bradley brandon brendan brett brian bruce bruno bryan caleb calvin cameron carl carlo
carlos casey cedric chad charles charlie chris christian christopher clarence clark claude clement cliff clifford
clive clyde colin colm connor conrad corey craig curtis cyril cyrus dale damian damien dan daniel danny dario darren
dave david dean declan dennis derek dermot desmond dick diego dieter dimitri dirk dmitry dominic don donald douglas
duncan dwight earl ed eddie edgar edmund eduardo edward edwin eli elias elijah elliot elmer elon emanuel emil emilio
emmanuel enrico enrique eric erik ernest erwin esteban ethan eugene evan ewan fabian faisal felipe felix ferdinand
fergus fernando fidel finn francesco francis francisco francois frank frankie franklin franz fred frederick
friedrich fritz gabriel gareth garry gary gavin gene geoff geoffrey george gerald gerard gerhard gideon gilbert
giles giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory guido guillermo gunther gustav guy hal
hamid hank hans harald harold harry harvey hasan hassan hector heinrich helmut henri henrik henry herbert herman
hiroshi howard hubert hugh hugo hussein ian ibrahim igor imran isaac ismail ivan ivo jack jackson jacob jacques jaime
jair jake jakob jamal james jamie jan jared jason javier jay jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy
joaquin joe joel joern johan johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan
julian julio justin kai kamal karim karl keith kelvin ken kenneth kenny kevin khalid kirk klaus konrad konstantin
kurt kyle lance larry lars laurence laurent lawrence lee leo leon leonard leonid leopold leroy leslie lewis liam
lionel lloyd lorenzo lou louis luca lucas luigi luis lukas luke magnus mahmoud malcolm manfred manuel marc marcel
marco marcos marcus mario mark marko markus martin marty marvin massimo mathias matis matt matteo matthew maurice
mauricio max maximilian mehdi mehmet mel melvin michael michal michel miguel mikael mike mikhail milan miles milo
milton mitch mitchell mohamed mohammad mohammed morgan morris moses muhammad murray mustafa nathan nathaniel ned
neil nelson nicholas nick nicolas nigel nikolai noah noel nolan norman olaf oleg oleksandr oliver omar oscar oskar
osman oswald otto owen pablo paolo patrick paul pavel pavo pawel pedro per percy perry pete peter petr phil philip
philippe phillip pierre piers pietro rafael raj rajesh ralph ramon ramzan randolph randy rashid raul ray raymond reg
reginald rene rex reza ricardo rich richard rick ricky rob robert roberto rod roderick rodney rodrigo roger roland
rolf roman ron ronald ronan rory ross roy rudolf rudy rufus rupert russell ryan saddam sadiq said salim salman salvador
sam sami samir samuel sandy sanjay santiago saul scott sean sebastian serge sergei sergey sergio seth shane shaun
sheldon shinzo sidney sigmund silvio simon solomon spencer stan stanley stefan stephan stephen steve steven stewart
stuart sven taro ted terence terrence terry theo theodore thomas tim timothy tobias toby todd tom tomas tommy tony
travis trevor tyler ulrich umberto uri valentin vaclav vasily vernon victor vikram viktor vincent vince vitali
vladimir volodymyr wade waldemar wallace walter warren wayne werner wilbur wilfred wilhelm will willem william
willie winston wolfgang xavier yan yannick yasser yuri yusuf yves zachary zoltan
"""
_EITHER = frozenset(
    "andrea ashley casey chris dale dana jackie jamie jan jean jordan kelly kim lee leslie lindsay marion morgan noor "
    "pat robin sam sandy sasha shannon stacy taylor terry tracy alex".split()
)
# Family names that stand before the given one.
_IN_FRONT = frozenset(
    "chen deng feng gao guo huang jiang kang kwon lin liang liu luo nguyen peng pham tran wang xi xie xu yang yoon "
    "zhang zhao zheng zhou zhu".split()
)
_SHORT = """
alexander alex sandy, andrew drew andy, anthony tony, benjamin ben, charles chuck charlie, christopher chris,
daniel dan danny, david dave, donald don, edward ed ted eddie, elizabeth liz beth betsy, frederick fred,
gregory greg, james jim jimmy, jeffrey jeff, joseph joe, katherine kate kathy katie, kenneth ken, lawrence larry,
margaret peggy meg, matthew matt, michael mike, nicholas nick, patricia pat patty, patrick pat, peter pete,
philip phil, rebecca becky, richard rick dick rich, robert bob rob bobby, ronald ron, samuel sam, stephen steve,
steven steve, susan sue, theodore ted, thomas tom, timothy tim, victoria vicky, vincent vince, walter walt,
william bill will billy
"""

WOMEN = frozenset(_WOMEN.split()) - _EITHER
MEN = frozenset(_MEN.split()) - _EITHER
GIVEN = WOMEN | MEN | _EITHER | _IN_FRONT


def _by_short() -> dict[str, frozenset[str]]:
    """Short form of a given name -> the names that it stands for."""
    found: dict[str, frozenset[str]] = {}
    for full, *short in (names.split() for names in _SHORT.split(",")):
        for name in short:
            found[name] = found.get(name, frozenset()) | {full}
    return found


_FULL = _by_short()


def is_short_for(one: str, other: str) -> bool:
    """Whether one given name is a usual short form of the other: Joe, Joseph."""
    return other in _FULL.get(one, ()) or one in _FULL.get(other, ())
