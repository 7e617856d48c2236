/** Word lists of the English grammar of Capture. Folded, so `cafe` and not `café`. */

/** The words of a list written with spaces. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Words that carry grammar. In small letters they are names only where nothing else makes sense. */
export const FUNCTION_WORDS = words(`
a about after again ago all along already also although am an and another any anyone are around as at away back be because been
before being both but by can cant could did didnt do does doesnt doing done dont down during each earlier either else ever every everyone
few first for from get gets getting go goes going got had has have having he her here hers him his how i if in into is isnt it its
just last later least let like lot lots made make many may maybe me might more most much must my near need needs never new next no
not now of off oh ok on once one only onto or other our out over own per please quite re really same she should since so some
someone something soon still such than that the their them then there these they thing things this those though through till to
today together tomorrow tonight too under until up upon us very via was wasnt we well were what when where whether which while who
whom whose why will wont with within without would yday yes yesterday yet you your w`);

/** Ordinary words that may stand behind "with" or beside a name. */
const COMMON_WORDS = words(`
afternoon aunt baby bad band best big bike birthday board boat book books boss boy boys breakfast brief brother brunch business busy
cake call called card cat chat child children church cinema client clients cold colleague colleagues concert conference cool couple
cousin cousins crew customer customers dad daughter day deal dessert dinner dog dogs drink drinks easy email evening event everybody
excellent fair family fantastic father film fine fish folks food former friend friends fun funny game gang girl girls good
grandma grandpa grandparents great group guests guy guys half happy hard her his home hot hour hours house huge husband idea
interesting investors job kid kids lady late lawyer long loud love lovely lunch man manager mates meal meeting meet met minute minutes
mom month months morning mother movie mum music neighbor neighbors neighbour neighbours nephew nice niece night nobody noon office old
parents party partner partners people person phone pizza place plan plans poor quick recruiter relaxed rest sad school short sister
sisters small son speaker spoke spring staff story strangers student students summer super sushi talk talked tea team teams terrible
time tired told train trip uncle utterly video visit walk warm wedding week weekend weeks wife wine woman women wonderful work workmates
flowers gifts presents chocolates soup bread champagne luggage
year years chess tennis golf padel squash badminton football hike rematch poker cards online outside downtown briefly twice finally quickly early`);

/** Ordinary words that are also given names or surnames: names with a capital, words without, unless the place decides. */
export const NAME_WORDS = words(`
april august autumn art bill bob buck can chance chase chuck cliff cook crystal dale dawn dean destiny don drew earnest faith faye
forest frank gale gene glen grace grant guy harmony harry heather hope hunter iris ivy jack jade jasmine jay jimmy joy june junior
justice king lance lily mark mason max may melody mercy miles misty nick olive page pat patience pearl penny pierce poppy rain ray
reed rich rob robin rocky rose ruby rusty sage sandy scout skip sky sonny stone story sue summer sunny trinity trip tuck violet ward
wade will willow winter woody bank banks baker bell berry bird black bond bridge brook brown bush butler carpenter carter chambers
church clay cole cross day english field fisher fox french gold goods green hall hand hill holiday house hunt knight lake lamb lane law
little long love marsh mills moon moss north page park parks parker porter power price quick ranger rice rivers rush sharp shepherd
snow south star summers swan swift taylor temple turner vale wall ward waters weaver wells west white wise wolf wood woods wright young`);

/** All words that need more than being in the directory to be a name. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS, ...NAME_WORDS]);

/** Somebody, but nobody with a name of their own here: never asked about, never made. */
export const UNNAMED_PEOPLE = words(`
aunt baby board boss boys brother children client clients colleague colleagues couple cousin cousins crew customer customers dad daughter
dog dogs everybody everyone family father folks friend friends gang girls grandma grandpa grandparents group guests husband investors kid
kids lawyer lot mates mom mother mum neighbor neighbors neighbour neighbours nephew niece others parents partner partners people recruiter
sister sisters someone somebody son staff strangers student students team teams uncle wife women workmates`);

/** Family and household, as the subject of a fact: "her daughter …". */
export const FAMILY =
  'daughters?|sons?|wife|husband|spouse|partner|kids?|child|children|baby|babies|newborn|twins?|mother|mum|mom|father|dad|parents?|brothers?|sisters?|siblings?|grand(?:son|daughter|child|children|mother|father|ma|pa|parents|kids?)|nephews?|nieces?|uncle|aunt|cousins?|fiancee?|boyfriend|girlfriend|in-laws|(?:mother|father|brother|sister)-in-law|step(?:son|daughter|mother|father)|family|dogs?|cats?|puppy|kitten|pets?';

/** Particles inside surnames: "Lena de la Cruz". */
export const NAME_PARTICLES = words(
  'de la del della di da dos das do du van der den ten ter von zu zur af av al el bin ibn ben bint abu le les los mac st y e',
);

/** Words before a name that are no part of it. */
export const HONORIFICS = words('mr mrs ms miss dr prof professor sir dame madam herr frau');

/** Titles of work, to tell "CTO at Kanda" after a name. */
export const JOB_TITLE =
  /^(?:(?:co-?)?founder|ceo|cto|cfo|coo|cmo|cio|vp|svp|evp|director|head|lead|manager|engineer|designer|developer|partner|president|chair(?:man|woman)?|professor|teacher|doctor|nurse|lawyer|architect|analyst|consultant|editor|journalist|writer|researcher|scientist|student|owner|principal|chef|artist|photographer|producer|investor|recruiter|accountant|advisor|adviser|curator|product|senior|junior|chief|marketing|sales|software)$/;

/** The last word of what is an organisation, not a person: "Meeting with Acme Corp". */
export const ORGANIZATION_WORDS = words(`
ag agency association bank bv capital club co college committee company corp corporation council department foundation gmbh group holding hospital inc
institute kg labs limited llc llp ltd ministry museum oy partners plc sa school society srl studio team university ventures`);

/** Something many people go to, so that having met there is a touch by `event`. */
export const EVENT =
  /^(?:conference|conf|party|event|mixer|meetup|wedding|reception|workshop|gala|festival|summit|fair|hackathon|symposium|congress|exhibition|vernissage|fundraiser|reunion|seminar|convention|expo|barcamp|unconference|funeral|christening|housewarming)$/;
