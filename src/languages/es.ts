/** Spanish. */
import { stemmer } from '@orama/stemmers/spanish'
import { stopwords } from '@orama/stopwords/spanish'
import { es as asking } from './questions/es.ts'
import type { SpacedLanguageRules } from './rules.ts'

export const es: SpacedLanguageRules = {
  asking,
  numbers: {
    decimalMarks: [','],
    groupMarks: ['.', ' '],
    magnitudes: {
      mdd: 1e6,
      m: 1e6,
      mil: 1e3,
      millón: 1e6,
      millones: 1e6,
      billón: 1e12,
      billones: 1e12,
    },
    ordinals: /o|os|a|as|to|ta|ro|vo|mo|ma/,
    units: 'metro metros',
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops: {
    leading: /p\.\s?ej|[Aa]prox|cf|vs|EE|FF|CC|AA|JJ|RR/,
    abbreviations: /Avda?|Av|C|Dpto|Depto|Cía|Ltda|Inc|Hnos|S\.\s?A/,
    numbered: /[Aa]rts?|[Nn]úms?|[Nn]º|[Nn]ro|[Pp]ágs?|[Pp]p?|[Vv]ol|[Cc]ap|[Ff]ig|[Tt]el|[Aa]p|[Ii]nc/,
    closing: /etc|UU|FF\.\s?AA|[ap]\.\s?m|[ad]\.\s?C/,
    starters:
      /El|La|Los|Las|Lo|Un|Una|Unos|Unas|Él|Ella|Ellos|Ellas|Es|En|De|Del|Al|A|Y|Pero|Con|Sin|Por|Para|Según|Su|Sus|Este|Esta|Estos|Estas|Ese|Esa|Eso|Esto|Aunque|Cuando|Mientras|Desde|Hasta|Tras|Como|Además|También|No|Se|Hay|Así|Ya|Entre|Sobre|Si|Luego|Después|Antes|Ahora|Hoy|Ayer/,
  },
  names: { particles: 'de la del el y', links: /de|del|de la|la/ },
  pages: { label: /página/, of: /de/, byline: /por/ },
  questions: {
    words: /qué|quién(?:es)?|cuándo|dónde|cómo|cuánt[oa]s?|cuál(?:es)?/,
    number: /\bcu[aá]nt[oa]s?\b/,
    time: /\bcu[aá]ndo\b/,
    person: /\bqui[eé]n(?:es)?\b/,
    place: /\bd[oó]nde\b/,
    choices: /qué|cuál(?:es)?/,
    polar: null,
    light:
      'pasar pasa ocurrir ocurre suceder pensar piensa decir dice dijo explicar explica describir saber creer ganar gana dar hacer hace querer necesitar significar significa importante razón tipo papel efecto ventaja problema pregunta respuesta ejemplo resumen noticias reciente actual hoy favor gente persona año día tiempo número cosa nombre llamar',
  },
  quantities: {
    words: null,
    atLeast: /más de|al menos/,
    atMost: /hasta|menos de/,
    roughly: /unos|unas|cerca de|casi/,
    timeUnits: /años?|meses|mes|semanas?|días?|horas?|minutos?/,
  },
  sentences: {
    titles: /Sr[ae]?s?|Srta|Dra?s?|Dña|Gral|Profa?|Sta|Sto|Mons|Cnel/,
    references: /él|ella|ellos|ellas|esto|este|esta|estos|estas|ese|esa/,
    leadIns: /sin embargo|además|también|pero/,
    connectives: /y|pero|además|sin embargo|también|mientras tanto|por ejemplo/,
    addresses: /\b(?:yo|nosotr[oa]s|nuestr\p{L}+)\b/u,
    newsroom: /\b(?:suscr[íi]bete|leer más)\b/,
  },
  statements: {
    modals: 'debe deben deberá deberán, puede pueden podrá podrán podría podrían, debería deberían',
    numbers:
      '2 dos, 3 tres, 4 cuatro, 5 cinco, 6 seis, 7 siete, 8 ocho, 9 nueve, 10 diez, 11 once, 12 doce, 13 trece, 14 catorce, 15 quince, 16 dieciséis, 17 diecisiete, 18 dieciocho, 19 diecinueve, 20 veinte, 30 treinta, 40 cuarenta, 50 cincuenta, 60 sesenta, 70 setenta, 80 ochenta, 90 noventa, 100 cien ciento, 1000 mil',
    negations: 'no nunca jamás ningún ninguna ninguno nadie nada tampoco ni',
    partial: 'sólo solo solamente siempre todos todo todas necesariamente más menos aún todavía',
    denials: 'niega negó niegan negaron negar desmiente desmintió desmienten desmintieron',
    claims:
      'dice dijo dicen dijeron afirma afirmó afirman acusa acusó acusan asegura aseguró confirma confirmó informa informó',
    conditions: 'si podría podrían sería quizá quizás debería debe será casi yo nosotros mi nuestro',
    shades:
      'prohíbe impide rechaza evita sin apenas dos tres cuatro cinco algunos varios otros mitad quiere quieren pide piden espera parece menos poco',
    joints: 'pero sino mientras aunque porque',
    opposites:
      'sube subió suben subieron aumenta aumentó aumentan/baja bajó bajan bajaron cae cayó disminuye disminuyó, crece creció crecen/decrece cayó, gana ganó ganan ganaron/pierde perdió pierden perdieron, confirma confirmó/niega negó desmiente desmintió, apoya apoyó apoyan/rechaza rechazó rechazan, permite permitió/prohíbe prohibió, fuerte/débil, culpable/inocente',
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo',
  },
  messages: {
    requests: /por favor|mira|vamos/,
    opinions:
      /hola|buen[oa]s (?:d[ií]as|tardes|noches)|gracias|(?:yo )?creo que|pienso que|me (?:gusta|encanta)|en mi opini[oó]n/,
    chatter: 'jaja',
  },
  speech: {
    verbs: `dijo dice dicho afirmó afirma afirmado declaró declara declarado aseguró asegura asegurado explicó explica
      señaló señala añadió añade agregó indicó indica sostuvo sostiene advirtió advierte anunció anuncia manifestó
      manifestado respondió destacó insistió negó denunció comentó recalcó subrayó escribió escribe`,
    weak: 'preguntó contó llamó describió considera cree argumentó argumenta observó reconoció informó',
    judging: {
      verbs: `acusó acusa criticó critica exigió exige pidió pide prometió promete rechazó rechaza condenó condena
        amenazó amenaza elogió elogia`,
      passives: null,
    },
    participles: 'diciendo añadiendo afirmando asegurando advirtiendo',
    pronouns: 'él ella',
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
    and: 'y',
    subordinates: 'porque cuando aunque',
    circumstances: 'en',
  },
  schedule: {
    noon: 'mediodía, al mediodía, a mediodía',
    midnight: 'medianoche, a medianoche',
    everyDay: 'todos los días, cada día, a diario',
    workingDays: 'días laborables, los días laborables, laborables, entre semana',
    weekend: 'fines de semana, los fines de semana, fin de semana',
    leads: /cada|todos los|el|los/,
    and: /y/,
    dates: async () => (await import('chrono-node')).es.casual,
  },
}
