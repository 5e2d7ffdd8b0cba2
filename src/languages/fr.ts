/** French. */
import { stemmer } from '@orama/stemmers/french'
import { stopwords } from '@orama/stopwords/french'
import { fr as asking } from './questions/fr.ts'
import type { SpacedLanguageRules } from './rules.ts'

export const fr: SpacedLanguageRules = {
  asking,
  numbers: {
    decimalMarks: [','],
    groupMarks: [' ', '.'],
    magnitudes: {
      k: 1e3,
      millier: 1e3,
      milliers: 1e3,
      m: 1e6,
      md: 1e9,
      mds: 1e9,
      mrd: 1e9,
      mille: 1e3,
      million: 1e6,
      millions: 1e6,
      milliard: 1e9,
      milliards: 1e9,
      billion: 1e12,
      billions: 1e12,
    },
    ordinals: /er|ers|e|es|re|res|r|ère|ères|d/,
    units: 'mètre mètres',
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops: {
    leading: /p\.\s?ex|par ex|cf|env|vs|c\.-à-d|av|apr/,
    abbreviations: /bd|boul|[Ss]te|Éts|Cie|janv|févr|avr|juill|sept|oct|nov|déc|tél|éd|J\.-C/,
    numbered: /[Aa]rts?|[Nn]o|[Pp]p?|[Vv]ol|[Cc]hap|[Ff]ig|[Aa]l|[Tt]él|[Tt]|[Pp]ar/,
    closing: /etc/,
    starters:
      /Le|La|Les|L|Un|Une|Des|Du|De|Il|Elle|Ils|Elles|On|Nous|Vous|Je|Ce|Cette|Ces|Cet|C|Et|Mais|Or|Donc|En|Dans|À|Au|Aux|Avec|Sans|Pour|Par|Sur|Sous|Selon|Son|Sa|Ses|Leur|Leurs|Si|Quand|Lorsque|Depuis|Après|Avant|Pendant|Alors|Aussi|Puis|Ensuite|Ainsi|Comme|Tous|Toutes|Plusieurs|Certains|Aujourd|Hier/,
  },
  names: { particles: "de la le du des d’ d' sans", links: /de|du|des|la/ },
  pages: { label: /page/, of: /sur/, byline: /par/ },
  questions: {
    words: /que|quoi|quel(?:le)?s?|qui|quand|où|pourquoi|comment|combien/,
    number: /\bcombien\b/,
    time: /\bquand\b/,
    person: /\bqui\b/,
    place: /\boù\b/,
    choices: /quel(?:le)?s?/,
    polar: /(?<!\p{L})est-ce que(?!\p{L})/u,
    light:
      'passer passe arriver arrive penser pense dire dit expliquer décrire savoir croire gagner gagne donner faire fait vouloir falloir signifier signifie important raison type rôle effet avantage problème question réponse exemple résumé nouvelles récent actuel aujourd hui gens personne année jour temps nombre',
  },
  quantities: {
    words: null,
    atLeast: /plus de|au moins/,
    atMost: /jusqu.à|moins de/,
    roughly: /environ|près de/,
    timeUnits: /ans?|années?|mois|semaines?|jours?|heures?/,
  },
  sentences: {
    titles: /Mmes?|Mlles?|Mgr|MM|Dr|Drs|Pr|Prof|Ste?/,
    elisions: /[cdjlmnst]|qu|lorsqu|puisqu/,
    references: /il|elle|ils|elles|ce|cette|ces/,
    leadIns: /mais|cependant|aussi/,
    connectives: /et|mais|or|donc|aussi|cependant|pourtant|en outre|par ailleurs|par exemple/,
    addresses: /\b(?:je|nous|vous|notre)\b/,
    newsroom: /\b(?:abonnez-vous|lire aussi)\b/,
  },
  statements: {
    modals: 'doit doivent devra devront, peut peuvent pourra pourront pourrait pourraient, devrait devraient',
    numbers:
      '2 deux, 3 trois, 4 quatre, 5 cinq, 6 six, 7 sept, 8 huit, 9 neuf, 10 dix, 11 onze, 12 douze, 13 treize, 14 quatorze, 15 quinze, 16 seize, 20 vingt, 30 trente, 40 quarante, 50 cinquante, 60 soixante, 100 cent cents, 1000 mille',
    negations: 'pas jamais aucun aucune personne rien ni',
    partial: 'seulement uniquement toujours tous tout nécessairement plus encore moins',
    denials: 'dément démenti démentent nie nient nié conteste contestent contesté',
    claims:
      'dit disent affirme affirment affirmé accuse accusent accusé assure assurent déclare déclaré confirme confirmé rapporte',
    conditions: 'si pourrait pourraient serait devrait doit sera presque je nous vous mon notre',
    shades:
      'interdit empêche refuse rejette évite sans guère deux trois quatre cinq certains plusieurs autres moitié veut veulent demande espère semble moins peu',
    joints: 'mais tandis alors bien parce car',
    opposites:
      'augmente augmentent augmenté monte monté/baisse baissent baissé diminue diminuent diminué recule reculé chute chuté, gagne gagnent gagné/perd perdent perdu, confirme confirment confirmé/dément démenti nie nié, soutient soutiennent soutenu/rejette rejettent rejeté, autorise autorisé/interdit interdisent, fort/faible, coupable/innocent',
    months:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche',
  },
  messages: {
    requests: /s['’]il (?:te|vous) pla[iî]t|regarde[zr]?/,
    opinions:
      /bonjour|salut|merci|je (?:pense|crois|trouve|d[ée]teste)|j['’](?:aime|adore|esp[èe]re)|[àa] mon avis/,
    chatter: null,
  },
  speech: {
    verbs: `dit déclaré déclare affirmé affirme expliqué explique assuré assure ajouté ajoute indiqué indique souligné
      souligne estimé estime averti avertit annoncé annonce répondu répond écrit précisé précise soutient soutenu
      prévenu insisté insiste dénoncé rappelé rappelle martelé lancé confié`,
    weak: 'demandé demande noté note raconte raconté pense juge jugé considère observe',
    judging: {
      verbs: `accuse accusé critique critiqué exige exigé promet promis réclame réclamé condamne condamné menacé appelle
        salué`,
      passives: 'par',
    },
    participles: 'affirmant ajoutant déclarant expliquant soulignant précisant',
    pronouns: 'il elle',
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
    and: 'et',
    subordinates: 'quand parce',
    circumstances: 'à en',
  },
  schedule: {
    noon: 'midi, à midi',
    midnight: 'minuit, à minuit',
    everyDay: 'tous les jours, chaque jour',
    workingDays: 'jours ouvrés, les jours ouvrés, jours ouvrables, en semaine',
    weekend: 'week-end, le week-end, les week-ends, weekend, le weekend',
    leads: /chaque|tous les|les|le/,
    and: /et/,
    dates: async () => (await import('chrono-node')).fr.casual,
  },
}
