/** German. */
import { stemmer } from '@orama/stemmers/german'
import { stopwords } from '@orama/stopwords/german'
import { de as asking } from './questions/de.ts'
import type { SpacedLanguageRules } from './rules.ts'

export const de: SpacedLanguageRules = {
  asking,
  hasCapitalNouns: true,
  numbers: {
    decimalMarks: [','],
    groupMarks: ['.', ' '],
    magnitudes: {
      hundert: 100,
      dutzend: 12,
      tausend: 1e3,
      tsd: 1e3,
      million: 1e6,
      millionen: 1e6,
      mio: 1e6,
      milliarde: 1e9,
      milliarden: 1e9,
      mrd: 1e9,
      billion: 1e12,
      billionen: 1e12,
    },
    units: 'Meter Kilometer Zentimeter',
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops: {
    leading:
      /bzw|z\.\s?[BT]|d\.\s?h|u\.\s?a|i\.\s?d\.\s?R|[Vv]gl|sog|[Cc]a|inkl|exkl|zzgl|einschl|[Ee]vtl|[Gg]gf|insb|bspw|geb|gest|v\.\s?a|o\.\s?g/,
    abbreviations:
      /Mio|Mrd|Tsd|Bio|Std|Min|Sek|Jh|Jhdt?|Hrsg|St|Str|Tel|Inh|Kfz|Abt|Bd|[Mm]ax|[Mm]in|Jan|Febr?|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez/,
    numbered: /Nr|Nrn|Art|Abs|Ziff|Buchst|Kap|Bd|Abb|Tab|Anm|Rn|Rz|S|Bl|[Aa]b/,
    closing: /usw|etc|u\.\s?Ä|u\.\s?ä|o\.\s?Ä|o\.\s?ä|[nv]\.\s?Chr|ff|f/,
    starters:
      /D(?:er|ie|as|em|en|es|eren|essen|iese[mnrs]?|ies|ort|ann|anach|abei|afür|avon|azu|amit|agegen|anach|aher|arum|eshalb|eswegen|och|amals|araufhin)|E[rs]|Sie|Wir|Ihr|Ich|Du|Man|Eine?[mnrs]?|Keine?[mnrs]?|Seine?[mnrs]?|Ihre[mnrs]?|Unsere?[mnrs]?|Jede[mnrs]?|Alle[mnrs]?|Viele|Einige|Manche|Beide|Andere|Mehrere|Solche|Und|Oder|Aber|Denn|Auch|Nur|Noch|Schon|Nicht|Nun|So|Sonst|Wenn|Als|Während|Obwohl|Weil|Da|Ob|Wie|Was|Wer|Wo|Warum|Wann|Bei|Beim|Bis|Seit|Seitdem|Mit|Nach|Nachdem|Vor|Von|Vom|Zu|Zum|Zur|Zwar|Zuvor|Zudem|Zunächst|Für|Gegen|Ohne|Um|Unter|Über|Auf|Aus|Außerdem|An|Am|In|Im|Ins|Durch|Hier|Heute|Gestern|Morgen|Jetzt|Inzwischen|Später|Seither|Trotzdem|Allerdings|Jedoch|Dennoch|Hinzu|Laut|Ab|Ist|Sind|War|Hat|Wird/,
    ordinals: {
      leads:
        /der|die|das|dem|den|des|im|ins|vom|zum|zur|beim|diese[mnrs]?|jede[mnrs]?|(?:[mds]ein|ihr|unser|euer|eur|kein)(?:e[mnrs]?)?|und|bis/,
      nouns:
        /\p{L}{0,30}(?:[Tt]ag|[Tt]ages|[Tt]age|[Jj]ahrhunderts?|[Jj]ahrestags?|[Gg]eburtstags?)|Halbjahrs?|Halbjahres|Quartals?|Jahrestag|Advents?|Mal|Platz|Rang|Liga|Bundesliga|Auflage|Klasse|Stock|Etage|Stockwerk|Runde|Minute|Lebensjahrs?|Kapitel|Bauphase|Bauabschnitt|Mai/u,
    },
  },
  names: { particles: 'von der den zu zur', links: /von|der/ },
  pages: { label: /seite/, of: /von/, byline: null },
  questions: {
    words: /was|welche\p{L}*|wer|wen|wem|wann|wo|warum|wieso|wie|wie ?viele?/u,
    number: /\bwie ?viele?\b/,
    time: /\bwann\b/,
    person: /\b(?:wer|wen)\b/,
    place: /\bwo\b/,
    choices: /welche\p{L}*/u,
    polar: /(?<!\p{L})ob(?!\p{L})/u,
    light:
      'passieren geschehen denken sagen erklären beschreiben wissen glauben gewinnen bekommen geben machen wollen brauchen bedeuten heißen wichtig Grund Art Weise Rolle Folge Vorteil Nachteil Problem Frage Antwort Beispiel Überblick Neuigkeiten aktuell heute bitte nennen Leute Menschen Jahr Tag Zeit Zahl viel',
  },
  quantities: {
    words: null,
    atLeast: /mindestens|mehr als|über/,
    atMost: /bis zu|höchstens|weniger als/,
    roughly: /etwa|rund|fast/,
    timeUnits: /jahren?|monaten?|wochen?|tagen?|stunden?|minuten?|uhr/,
  },
  sentences: {
    titles: /Hrn?|Frl?|Dr|Prof|Dipl|Ing|St/,
    references: /er|sie|es|dies\p{L}*/u,
    leadIns: /jedoch|aber|auch|doch/,
    connectives: /und|aber|doch|denn|auch|außerdem|jedoch|dagegen|zudem|inzwischen|unterdessen/,
    addresses: /\b(?:ich|wir|unser\p{L}*)\b/u,
    newsroom: /\b(?:abonnieren|weiterlesen)\b/,
  },
  statements: {
    modals:
      'muss muß müssen musste mussten, darf dürfen durfte durften kann können könnte könnten, soll sollen sollte sollten',
    numbers:
      '2 zwei, 3 drei, 4 vier, 5 fünf, 6 sechs, 7 sieben, 8 acht, 9 neun, 10 zehn, 11 elf, 12 zwölf, 13 dreizehn, 14 vierzehn, 15 fünfzehn, 16 sechzehn, 17 siebzehn, 18 achtzehn, 19 neunzehn, 20 zwanzig, 30 dreißig dreissig, 40 vierzig, 50 fünfzig, 60 sechzig, 70 siebzig, 80 achtzig, 90 neunzig, 100 hundert, 1000 tausend',
    negations: 'nicht kein keine keinen keiner keinem keines nie niemals niemand nichts weder',
    partial: 'nur bloß unbedingt immer alle jeder ganz mehr noch zuletzt',
    ended: 'mehr',
    denials: 'bestreitet bestritt bestreiten dementiert dementierte dementieren leugnet leugnete leugnen',
    claims:
      'sagt sagte sagen behauptet behauptete behaupten wirft werfen warf erklärt erklärte berichtet berichtete meldet meldete bestätigt bestätigte',
    conditions:
      'wenn falls ob würde würden könnte könnten sollte sollten dürfte dürften muss müssen wird werden fast vielleicht ich wir sie mein unser',
    shades:
      'verbietet verboten verhindert ablehnt weigert ohne kaum scheitert zwei drei vier fünf einige mehrere andere manche halb will wollen fordert fordern hofft scheint soll sollen weniger wenig',
    joints: 'aber sondern doch während obwohl weil da jedoch',
    opposites:
      'steigt stieg steigen gestiegen/sinkt sank sinken gesunken fällt fiel fallen gefallen, wächst wuchs wachsen gewachsen/schrumpft schrumpfte schrumpfen geschrumpft, gewinnt gewann gewinnen gewonnen/verliert verlor verlieren verloren, bestätigt bestätigte bestätigen/bestreitet bestritt dementiert dementierte, unterstützt unterstützte/lehnt, erlaubt erlaubte/verbietet verbot verboten, stark/schwach, sicher/gefährlich, schuldig/unschuldig',
    months:
      'januar februar märz april juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag',
  },
  messages: {
    requests: /bitte|lass(?:t|en)?|schau\p{L}*/u,
    opinions:
      /hallo|guten (?:morgen|tag|abend)|danke|ich (?:finde|glaube|denke|meine|hoffe|liebe|mag)|meiner meinung nach/,
    chatter: null,
  },
  speech: {
    verbs: `sagte sagt gesagt erklärte erklärt erklärten betonte betont behauptete behauptet meinte meint warnte
      warnt kündigte teilte mitgeteilt äußerte berichtete berichtet schrieb schreibt bestätigte bestätigt versicherte
      versichert entgegnete erwiderte antwortete ergänzte fügte unterstrich`,
    weak: 'nannte findet fragte fragt kritisierte kritisiert',
    judging: {
      verbs: `forderte fordert verlangte verlangt beschuldigte beschuldigt kritisierte kritisiert versprach verspricht
        verurteilte verurteilt drohte droht mahnte mahnt lobte lobt begrüßte begrüßt`,
      passives: null,
    },
    pronouns: 'er sie',
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
    and: 'und',
    titleEnds:
      /(?:minister|ministerin|kanzler|kanzlerin|präsident|präsidentin|sprecher|sprecherin|chef|chefin|vorsitzende|vorsitzender|experte|expertin|leiter|leiterin|direktor|direktorin|politiker|politikerin|sekretär|sekretärin|forscher|forscherin|anwalt|anwältin|agentur|beauftragte|beauftragter|bürgermeister|bürgermeisterin|führer|meister)$/,
    subordinates: 'nachdem weil wenn obwohl',
    circumstances: 'im am in',
    grammar: {
      articles: {
        ofRoles: 'der die das des dem',
        ofNouns: 'der die das des dem den ein eine einer eines einem',
        exceptions: 'kreml',
      },
    },
  },
  schedule: {
    noon: 'mittag, mittags, am mittag',
    midnight: 'mitternacht, um mitternacht',
    clock: /Uhr/,
    everyDay: 'jeden tag, täglich, alle tage',
    workingDays: 'werktags, wochentags, werktage, werktag, wochentag, jeden werktag, an werktagen',
    weekend: 'wochenende, am wochenende, wochenends',
    leads: /jeden|jede|am|immer/,
    and: /und/,
    dates: async () => (await import('chrono-node')).de.casual,
  },
}
