/** The words with which a language reports what somebody says: what is needed of each to find the speaker. */

export type Reporting = ReturnType<typeof reporting>

const list = (words: string) => words.split(/\s+/).filter(Boolean)
const set = (...words: string[]) => new Set(words.flatMap(list))
const texts = (text: string) =>
  text
    .split(',')
    .map((phrase) => list(phrase).join(' '))
    .filter(Boolean)
const byFirst = (text: string) => Map.groupBy(texts(text).map(list), ([first]) => first ?? '')

/** "In X's view". */
export const VIEWS = 'view|views|opinion|words|eyes|telling|account|assessment'

/** Singular forms only: those who speak in the plural ("critics say") have no name. */
function reporting(words: {
  verbs: string
  /** Report speech only next to a quotation, a colon or a "that". */
  weak: string
  that: string
  /** Stand between the speaker and the verb. */
  between: string
  /** Lead to the speaker: "according to". */
  before: string
  /** Follow the speaker: "zufolge". */
  after?: string
  articles: string
  prepositions: string
  /** Follow a name that is one; any other word in lower case makes it an adjective. */
  function: string
  /** Join the words of a body's name: "Ministry of Trade". */
  joints: string
  /** Begin with a capital at the start of a sentence, or always, and are no names. */
  commons: string
  /** Are no name alone, but may be part of one: "State Department". */
  nouns?: string
  /** Stand before a person's name and are no part of it, in lower case. */
  titles: string
  /** A body's name holds one of these, in lower case. */
  bodies: string
  /** True where the verb comes before its subject also without a quotation before it. */
  isVerbFirst?: boolean
}) {
  return {
    verbs: set(words.verbs),
    weak: set(words.weak),
    that: set(words.that),
    between: set(words.between),
    before: byFirst(words.before),
    after: set(words.after ?? ''),
    /** All that a look at a word may stop at. */
    stops: set(words.verbs, words.weak, words.after ?? '', 'in', [...byFirst(words.before).keys()].join(' ')),
    articles: set(words.articles),
    prepositions: set(words.prepositions),
    function: set(words.function, words.prepositions, words.between, words.that, words.articles),
    joints: set(words.joints),
    commons: set(words.commons, words.articles, words.prepositions, words.function),
    nouns: set(words.nouns ?? ''),
    titles: set(words.titles),
    bodies: set(words.bodies),
    isVerbFirst: words.isVerbFirst ?? false,
    cue: cueOf([list(`${words.verbs} ${words.weak}`), texts(words.before), texts(words.after ?? '')].flat()),
  }
}

/** Most sentences report nothing: one look tells. */
const cueOf = (words: string[]) =>
  new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})|['’]s? (?:${VIEWS})(?!\\p{L})`, 'iu')

export const REPORTING: Record<string, Reporting> = {
  en: reporting({
    verbs: `said says told tells argued argues stated claimed claims warned warns insisted insists denied denies
      replied replies stressed stresses
      emphasized emphasised tweeted tweets acknowledged maintains maintained alleged alleges asserted asserts
      remarked quipped vowed conceded recalled cautioned testified`,
    weak: `explained explains claimed claims declared declares announced announces added adds wrote writes asked asks noted notes reported reports suggested suggests called calls predicted predicts
      confirmed confirms believes concluded concludes complained joked promised continued responded
      admitted described describes commented put puts observed urged posted mentioned indicated revealed`,
    that: 'that',
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
    titles: `mr mr. mrs mrs. ms ms. dr dr. sir lord lady prof prof. professor president vice prime minister foreign
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
  }),
  de: reporting({
    verbs: `sagte sagt gesagt erklärte erklärt erklärten betonte betont behauptete behauptet meinte meint warnte
      warnt kündigte teilte mitgeteilt äußerte berichtete berichtet schrieb schreibt bestätigte bestätigt versicherte
      versichert entgegnete erwiderte antwortete ergänzte forderte fügte unterstrich`,
    weak: 'nannte findet fragte fragt kritisierte kritisiert',
    that: 'dass daß',
    between: 'hat hatte habe auch zudem später dazu erneut noch bereits jedoch dagegen am',
    before: `laut, nach angaben von, nach angaben des, nach angaben der, nach worten von, nach ansicht von,
      nach meinung von, nach auffassung von, nach einschätzung von`,
    after: 'zufolge',
    articles: 'der die das des dem den ein eine einer eines einem',
    prepositions: `von vom für in im an am auf aus bei beim mit nach zu zum zur über unter vor gegen um seit durch
      während wegen`,
    function: `und oder aber dass daß ist war sind hat hatte habe werde würde wird sei nicht auch am im gestern heute
      zufolge als wie wenn weil sich es er sie ihm ihr man zu sehr noch schon dazu später gegenüber`,
    joints: 'für & und der',
    commons: `er sie es wir ich man wer was kritiker experten beobachter analysten forscher wissenschaftler behörden
      ermittler politiker zeugen ärzte polizei studie bericht berichten angaben medienberichten umfrage gesetz gericht
      staatsanwaltschaft mitteilung erklärung regierung ministerium sprecher sprecherin minister ministerin präsident
      präsidentin chef leiter mann frau augenzeugen medien statistik plan aber und doch auch montag dienstag mittwoch
      donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november
      dezember zahlen verfassung vertrag zeitung autor autorin studien schätzungen`,
    titles: `herr frau dr dr. prof prof. professor professorin präsident präsidentin konzern firma unternehmen partei
      zeitung magazin sender agentur organisation abgeordnete abgeordneter zeugin zeuge general kanzler kanzlerin
      premier ex-präsident kollege autor autorin`,
    bodies: `kommission amt ministerium bank rat universität bundestag bundesrat gericht union nationen parlament
      behörde partei institut verband gesellschaft haus regierung weltbank`,
    isVerbFirst: true,
  }),
  es: reporting({
    verbs: `dijo dice dicho afirmó afirma afirmado declaró declara declarado aseguró asegura asegurado explicó explica
      señaló señala añadió añade agregó indicó indica sostuvo sostiene advirtió advierte anunció anuncia manifestó
      manifestado respondió destacó insistió negó denunció comentó recalcó subrayó escribió escribe`,
    weak: 'preguntó contó llamó describió considera cree argumentó argumenta observó reconoció informó',
    that: 'que',
    between: 'ha había también además luego después ya',
    before: 'según, de acuerdo con, en palabras de, a juicio de, en opinión de',
    articles: 'el la los las un una lo al del',
    prepositions: 'de del en a al por para con contra desde hasta sobre entre sin ante tras durante',
    function: `y e o pero que quien cuando donde como si no es fue era ha había será está se su sus este esta ayer hoy
      quienes lo le les ya más muy también tras`,
    joints: 'de del la los las y para',
    commons: `él ella ellos ellas yo usted esto eso quien críticos expertos analistas fuentes autoridades testigos
      gobierno ejecutivo presidente presidenta ministro ministra portavoz policía informe estudio pero y además
      también lunes martes martes miércoles jueves viernes sábado domingo nadie alguien aunque así todo hombre mujer
      estado ministerio autor se no si ley constitución según biblia`,
    titles: `presidente presidenta ministro ministra sr. sra. señor señora don doña dr. dra. doctor general secretario
      portavoz profesor canciller`,
    bodies: `ministerio banco consejo universidad comisión unión naciones organización tribunal partido casa gobierno
      agencia congreso corte instituto asociación parlamento academia comité cámara`,
    isVerbFirst: true,
  }),
  fr: reporting({
    verbs: `dit déclaré déclare affirmé affirme expliqué explique assuré assure ajouté ajoute indiqué indique souligné
      souligne estimé estime averti avertit annoncé annonce répondu répond écrit précisé précise soutient soutenu
      prévenu insisté insiste dénoncé rappelé rappelle martelé lancé confié`,
    weak: 'demandé demande noté note raconte raconté pense juge jugé considère observe',
    that: "que qu’ qu'",
    between: "a avait aussi également ensuite encore déjà alors s’est s'est est",
    before: `selon, d’ après, d' après, d’après, d'après, de l’ avis de, aux yeux de, pour reprendre les mots de`,
    articles: "le la les l’ l' un une des du au aux",
    prepositions:
      "de d’ d' du des en à au aux par pour avec contre sur dans chez entre sans depuis vers sous",
    function: `et ou mais que qui quand où dont si ne pas n’ n' est était a avait sera se s’ s' son sa ses ce cette
      hier lundi mardi mercredi jeudi vendredi samedi dimanche ils il elle qu’ qu' lors devant`,
    joints: "de d’ d' du des la l’ l' et les",
    commons: `il elle ils elles on je nous vous ce cela ça qui critiques experts analystes sources autorités témoins
      gouvernement président présidente ministre police rapport étude mais et aussi lundi mardi mercredi jeudi
      vendredi samedi dimanche personne quelqu’un homme femme état ministère loi constitution auteur tout`,
    titles: `m. mme monsieur madame président présidente ministre dr dr. général docteur professeur chancelier
      chancelière premier`,
    bodies: `ministère banque conseil université commission union nations organisation tribunal parti maison
      gouvernement agence assemblée cour institut association parlement comité chambre`,
  }),
  ru: reporting({
    verbs: `заявил заявила заявило заявляет сказал сказала говорит говорил говорила сообщил сообщила сообщило сообщает
      отметил отметила отмечает подчеркнул подчеркнула подчеркивает подчёркивает утверждает утверждал утверждала
      пояснил пояснила объяснил объяснила ответил ответила предупредил предупредила рассказал
      рассказала написал написала уточнил уточнила указал указала`,
    weak: 'добавил добавила объявил объявила спросил спросила считает полагает пишет назвал назвала признал признала думает писал писала',
    that: 'что',
    between: 'также ранее позже уже затем вчера сегодня',
    before: `по словам, согласно, по мнению, по данным, по версии, по утверждению, по заявлению, по сообщению`,
    articles: '',
    prepositions: 'в во на с со из от к ко о об по за для до при у над под между против через',
    function: `и или но что который которая когда где если как не был была были есть это его её их он она они там
      тогда журналистам агентству а же то чтобы`,
    joints: 'по',
    commons: `суд он она они оно мы я вы это кто критики эксперты аналитики источник источники власти свидетели президент
      министр правительство полиция отчёт исследование но и также также однако так поэтому никто закон конституция
      человек автор учёные что как позже`,
    titles:
      'компания газета журнал агентство историк экономист представитель глава корпорация нападающий президент министр господин госпожа г-н г-жа профессор генерал доктор пресс-секретарь',
    bodies: `министерство банк совет университет комиссия союз организация суд партия дом агентство дума комитет
      служба академия институт ассоциация мид оон`,
    isVerbFirst: true,
  }),
}
