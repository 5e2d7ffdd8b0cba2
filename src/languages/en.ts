/** English. */
import { stemmer } from '@orama/stemmers/english'
import { stopwords } from '@orama/stopwords/english'
import { en as asking } from './questions/en.ts'
import type { SpacedLanguageRules } from './rules.ts'

/** Forms that no stemmer maps to their word: `word form form …`. */
const IRREGULAR_FORMS = `become became, begin began begun, break broke broken, bring brought, build built, buy bought,
  catch caught, child children, choose chose chosen, come came, deal dealt, do did done, draw drew drawn,
  drive drove driven, eat ate eaten, fall fell fallen, feel felt, fight fought, find found, fly flew flown,
  forget forgot forgotten, get got gotten, give gave given, go went gone, grow grew grown, hear heard, hide hid hidden,
  hold held, keep kept, know knew known, lead led, leave left, lend lent, lose lost, make made, man men, mean meant,
  meet met, pay paid, ride rode ridden, rise rose risen, run ran, say said, see saw seen, seek sought, sell sold,
  send sent, shoot shot, sing sang sung, sit sat, speak spoke spoken, spend spent, stand stood, steal stole stolen,
  strike struck, swear swore sworn, swim swam swum, take took taken, teach taught, tell told, think thought,
  throw threw thrown, understand understood, wear wore worn, win won, woman women, write wrote written`
const IRREGULAR = new Map(
  IRREGULAR_FORMS.split(',').flatMap((entry) => {
    const [word = '', ...forms] = entry.trim().split(/\s+/)
    return forms.map((form) => [form, word] as const)
  }),
)
/** Contractions are cut at the apostrophe, so their stumps are stop words too. */
const STUMPS = 'a i s t d ll re ve m don didn doesn isn wasn weren'.split(' ')

export const en: SpacedLanguageRules = {
  asking,
  numbers: {
    decimalMarks: ['.'],
    groupMarks: [','],
    magnitudes: {
      hundred: 100,
      dozen: 12,
      lakhs: 1e5,
      crores: 1e7,
      cr: 1e7,
      thousand: 1e3,
      k: 1e3,
      million: 1e6,
      millions: 1e6,
      mn: 1e6,
      mln: 1e6,
      m: 1e6,
      billion: 1e9,
      billions: 1e9,
      bn: 1e9,
      b: 1e9,
      trillion: 1e12,
      trillions: 1e12,
      tn: 1e12,
      crore: 1e7,
      lakh: 1e5,
    },
    ordinals: /th|st|nd|rd/,
    units: `meter metre meters metres kilometer kilometre kilometers kilometres centimetre centimeter feet foot inch inches miles
      yards ft in yd mi`,
  },
  terms: {
    stem: (word) => stemmer(IRREGULAR.get(word) ?? word),
    stopWords: [...stopwords, ...STUMPS, 'done'],
  },
  stops: {
    leading: /e\.\s?g|i\.\s?e|cf|vs|viz|[Aa]pprox/,
    abbreviations:
      /Sr|Jr|Inc|Ltd|Corp|Cos?|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Dept|Univ|Assn|Calif|Conn|Fla|Ariz|Tenn|Mich|Minn|Okla|Colo|Ala|Ark|Neb|Nev|Va|Ga|et al/,
    numbered: /[Nn]os?|[Pp]p?|[Ss]ecs?|[Aa]rts?|[Cc]h|[Cc]hap|[Ff]igs?|[Vv]ols?|[Pp]aras?|[Ee]q|[Rr]eg|ca|c/,
    closing: /etc|[ap]\.\s?m|[AP]\.M/,
    zones: /[ECMP][SD]?T|GMT|UTC|BST|CES?T/,
    starters:
      /The|In|It|He|She|They|We|But|And|This|That|These|Those|There|Then|On|At|For|From|With|To|A|An|As|By|If|When|While|Where|What|Who|Why|How|However|After|Before|Since|Because|Although|Though|Its|His|Her|Their|Our|My|You|Your|Not|Now|Some|Many|Most|All|Both|Each|Every|Another|Such|Later|Meanwhile|Instead|Also|Only|Is|Are|Was|Were|Do|Does|Did/,
  },
  names: { particles: null, links: /of|of the/ },
  pages: { label: /page|pages|p|pg/, of: /of/, byline: /by/ },
  questions: {
    words: /what|which|who|whom|whose|when|where|why|how/,
    number: /\b(?:how (?:many|much|long|old|far|large|tall|often))\b/,
    time: /\b(?:when|(?:what|which) (?:year|date|day|month|century|decade))\b/,
    person: /\b(?:who|whom|whose)\b/,
    place: /\b(?:where|(?:what|which) (?:country|city|state|place|region))\b/,
    choices: /what|which|whose/,
    polar: /\bor not\b|\bwhether\b/,
    auxiliaries: /(?:and |but |so )?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)/,
    light:
      'country countries disagree disagreement agree account version side sides supporter critic opponent proponent dispute everything total last next exactly finally comment react reaction ever happen think say tell mean explain describe discuss know believe gain get give take make want need try use help work call like look show find go come become seem start stop change cause affect involve include consist relate concern regard compare differ happen important main major key best different difference many much kind type sort way thing reason role purpose effect impact benefit advantage disadvantage problem issue question answer example fact detail information summary summarise summarize overview news latest recent recently current currently today now briefing brief please name list people person someone thing year day time number amount win run move serve sit live play become lead provide contribute register hold keep put turn bring begin create write set meet pay refer represent require allow follow develop produce receive entity organization organisation event official group member part place area term word title large big small good bad high low long old other hurt share outside prior else besides mainly previously considered movie film goal face agree buy sell',
  },
  quantities: {
    words:
      /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|million|billion|half|third|quarter|twice)s?\b/,
    atLeast: /at least|more than|over|above|exceed\p{L}{0,3}/u,
    atMost: /up to|as many as|less than|fewer than|at most|under|below/,
    roughly: /about|around|nearly|almost|roughly|some|approximately|estimated/,
    timeUnits: /years?|months?|weeks?|days?|hours?|minutes?|seconds?|[ap]\.?m\.?/,
  },
  sentences: {
    titles:
      /Mrs?|Messrs|Ms|Mx|Drs?|Profs?|Gens?|Sens?|Reps?|Govs?|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|Supt|Det|Rev|Hon|St|Ste|Mt|Ft/,
    references: /it|its|he|his|she|her|they|their|them|this|these|that|those|such/,
    leadIns:
      /however|but|and|also|then|later|thus|therefore|moreover|furthermore|instead|still|yet|soon|today|afterwards|in addition|at first|initially|eventually|finally|most|some|many|several|both|all|each|one|two|neither|either|none|few|any|of/,
    connectives:
      /and|but|or|so|yet|then|also|still|however|meanwhile|therefore|thus|moreover|furthermore|instead|otherwise|similarly|besides|another|other|others|for example|for instance|in addition|as a result|in turn/,
    addresses: /\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b/,
    newsroom:
      /\b(?:subscribe|sign up|newsletter|click here|read more|follow us|all rights reserved|contributed to this report|reporting by|editing by|advertisement|cookies?)\b/,
  },
  statements: {
    modals: 'must shall, may can might could, should ought',
    numbers:
      '2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen, 19 nineteen, 20 twenty, 30 thirty, 40 forty, 50 fifty, 60 sixty, 70 seventy, 80 eighty, 90 ninety, 100 hundred, 1000 thousand',
    negations: 'not no never none nobody nothing neither nor cannot',
    partial:
      'only just merely simply necessarily always all every entirely fully yet until longer doubt more less least',
    ended: 'longer',
    denials: 'deny denies denied denying refute refutes refuted',
    claims:
      'say says said claimed accuse accuses accused allege alleges alleged reported stated believe believes insist insists insisted confirm confirms confirmed',
    conditions:
      'if unless whether would could might may should must will until before expected likely possible possibly perhaps almost believed thought I we you my our your',
    shades:
      'prohibit prohibits prohibited ban bans banned forbid forbids prevent prevents prevented refuse refuses refused reject rejects rejected avoid avoids lack lacks lacked without unable hardly stop stops stopped fail fails failed oppose opposes opposed end ended loss lost two three four five six seven eight nine ten half particular certain other another some several few seem seems seemed suggest suggests suggested want wants wanted need needs needed call calls called urge urges urged ask asks asked hope hopes hoped demand demands demanded ensure wait waits waiting try tries tried less little',
    joints: 'but while whereas although though because since however yet which who whom',
    opposites:
      'rise rises rose risen/fall falls fell fallen, increase increases increased/decrease decreases decreased decline declined declines, grow grows grew grown/shrink shrinks shrank shrunk, gain gains gained/lose loses lost, win wins won/lose loses lost, improve improves improved/worsen worsens worsened, strengthen strengthens strengthened/weaken weakens weakened, expand expands expanded/contract contracts contracted, succeed succeeds succeeded/fail fails failed, accept accepts accepted/reject rejects rejected refuse refused, approve approved approves/reject rejects rejected, allow allows allowed permit permits permitted/ban bans banned forbid forbids forbade forbidden prohibit prohibits prohibited, support supports supported/oppose opposes opposed, confirm confirms confirmed/deny denies denied, survive survived/die died, convict convicted/acquit acquitted, raise raised raises/lower lowered lowers cut cuts, attend attends attended/boycott boycotts boycotted, legal/illegal, guilty/innocent, safe/dangerous unsafe, possible/impossible, true/false, strong/weak, effective/ineffective',
    months:
      'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter',
    notDone: /stop(?:s|ped)? short of|fail(?:s|ed)? to|refuse[sd]? to|far from/,
    purposes: 'to',
  },
  messages: {
    requests:
      /please|let(?:['’]s| us| me)|do(?:n['’]t| not)|check|click|look|see|tell|ask|imagine|remember|stop/,
    opinions:
      /hi|hello|hey|good (?:morning|evening|night|day|afternoon)|thanks?(?: you)?|congrat\p{L}*|well done|i (?:just |really )?(?:think|believe|feel|guess|hope|love|like|hate|wish|prefer|want|agree|disagree)|in my (?:humble )?opinion|im[h]?o/u,
    chatter: 'lol lmao rofl haha hahaha omg wtf btw imo imho yeah yep nope ok okay wow xd',
  },
  speech: {
    verbs: `said says told tells argued argues stated claimed claims warned warns insisted insists denied denies
      replied replies stressed stresses
      emphasized emphasised tweeted tweets acknowledged maintains maintained alleged alleges asserted asserts
      remarked quipped vowed conceded recalled cautioned testified`,
    weak: `explained explains claimed claims declared declares announced announces added adds wrote writes asked asks noted notes reported reports suggested suggests called calls predicted predicts
      confirmed confirms believes concluded concludes complained joked promised continued responded
      admitted described describes commented put puts observed urged posted mentioned indicated revealed`,
    judging: {
      verbs: `accuse accuses accused criticize criticizes criticized criticise criticises criticised vow vows vowed
        pledge pledges pledged promises promised demands demanded urges urged condemns condemned denounces denounced
        praises praised blames blamed threatens threatened rejects dismisses dismissed apologized apologised`,
      passives: 'by of for over',
    },
    phrasal: 'called for, calls for, called on, calls on, asked for, asks for, pointed out, points out',
    participles: 'saying adding warning insisting arguing claiming noting stressing explaining declaring',
    pronouns: 'he she',
    that: 'that whether',
    between: `has have had also again later then repeatedly once even just further now still already reportedly
      publicly recently earlier himself herself itself yesterday today simply never always often sometimes`,
    before: `according to, in the words of, in the view of, in the opinion of, in the eyes of`,
    articles: 'the a an',
    prepositions: `of for at in from by with to on near about against between among under over after before during
      since through into as like without within around despite including than via per`,
    function: `and or but who whose whom which that when while where because if is was were are be been being not
      will would could should may might can must did does do so just only last this next early late monday tuesday
      wednesday thursday friday saturday sunday yesterday today tonight tomorrow there then here though although
      until unless himself herself it its his her their they he she we`,
    joints: 'of the and for & on',
    commons: `he she it they we i you this that these those there here what when where why how if but and yet so or
      not no one two three some many most several few others another all both each every either neither none nobody
      everyone someone anyone monday tuesday wednesday thursday friday saturday sunday january february march april
      june july august september october november december yesterday today tonight earlier later meanwhile however
      moreover still also now then sure yes well god afterwards unlike perhaps according soon once our my your his
      her its their indeed nevertheless nonetheless published updated`,
    nouns: `tv rescuers demonstrators people man woman men women critics analysts experts officials witnesses police doctors authorities
      protesters activists residents opponents supporters scientists researchers sources leaders lawmakers diplomats
      economists organizers reports studies scholars historians observers investigators prosecutors spokesman
      spokeswoman spokesperson official president minister secretary ambassador general judge professor doctor report
      study statement article newspaper paper author researcher government ministry army military court parliament
      opposition state americans egyptians israelis palestinians russians germans ukrainians europeans africans arabs
      muslims christians republicans democrats haitians iranians syrians islamists chinese french british islam
      facebook twitter law constitution department council bank house`,
    titles: `cmdr cmdr. supt supt. messrs messrs. sens sens. reps reps. hon hon. mr mr. mrs mrs. ms ms. dr dr. sir lord lady prof prof. professor president vice prime minister foreign
      defense defence interior finance secretary chancellor premier chairman chairwoman chair chief director
      ambassador gen gen. general maj maj. major lt lt. lieutenant col col. colonel sgt sgt. sergeant capt capt.
      captain adm adm. admiral brig brig. brigadier field marshal commander sen sen. senator rep rep.
      representative gov gov. governor mayor judge justice congressman congresswoman deputy attorney press former
      ex-president speaker envoy spokesman spokeswoman analyst editor executive officer leader rev rev. reverend
      father sister rescuer fireman firefighter activist resident engineer blogger lawyer fellow archbishop bishop cardinal inspector detective correspondent then-president coach doctor
      commissioner councilman undersecretary democrat republican minority majority leader`,
    bodies: `ministry department bank council university house office institute academy bureau federation organization
      organisation association court board committee chamber congress league confederation church union party agency
      authority commission assembly brotherhood front movement foundation society center centre group company corp
      inc fund force forces army navy nations states watch international amnesty times post journal news tv radio
      cabinet parliament senate government college school hospital museum museums network syndicate parties motors`,
    and: 'and',
    keptTitles: 'king queen prince princess pope emir sultan sheikh imam ayatollah saint st.',
    subordinates: 'after when because if although while where than before since though',
    circumstances: 'in on at to during after before when while as',
    grammar: {
      view: { lead: 'in', nouns: /view|views|opinion|words|eyes|telling|account|assessment/ },
      object: 'it',
      addressing: 'told tells',
      relatives: 'who',
      adverbs: /^\p{Ll}+ly$/u,
      of: 'of',
      as: 'as',
      documents: {
        nouns: 'statement report letter communiqué communique memo note message',
        prepositions: 'by from',
      },
      plurals: /(?:ists|ians|icials|mists|cans)$/,
      behindAdjectives: /(?:ly|ed|ing)$/,
    },
  },
  schedule: {
    noon: 'noon, midday, at noon',
    midnight: 'midnight, at midnight',
    everyDay: 'every day, everyday, daily, all, all days',
    workingDays: 'weekday, weekdays, every weekday, on weekdays, workdays, working days',
    weekend: 'weekend, weekends, every weekend, the weekend, at weekends, on weekends',
    leads: /every|each|on/,
    and: /and/,
    dates: async (locale) => {
      const { casual, GB } = (await import('chrono-node')).en
      return locale === 'en-US' || locale === 'en' ? casual : GB
    },
  },
}
