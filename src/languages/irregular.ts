/** English words whose forms do not follow the rules: a verb, its past and its participle; a noun and its plural. */
const FORMS = `arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun; bend bent;
  bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built;
  burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug; do did done;
  draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
  find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten;
  forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grind ground; grow grew grown; hang hung;
  have had; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt;
  learn learnt; leave left; lend lent; lie lay lain; light lit; lose lost; make made; mean meant; meet met; mislead misled;
  mistake mistook mistaken; overcome overcame; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown;
  pay paid; prove proven; rebuild rebuilt; repay repaid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen;
  seek sought; sell sold; send sent; sew sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung;
  sink sank sunk; sit sat; sleep slept; slide slid; smell smelt; sow sown; speak spoke spoken; speed sped; spell spelt; spend spent;
  spill spilt; spin spun; spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike struck stricken;
  strive strove striven; swear swore sworn; sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught;
  tear tore torn; tell told; think thought; throw threw thrown; undergo underwent undergone; understand understood;
  undertake undertook undertaken; undo undid undone; uphold upheld; wake woke woken; wear wore worn; weave wove woven; weep wept; win won;
  wind wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written;
  man men; woman women; child children; person people; foot feet; tooth teeth; mouse mice; goose geese; crisis crises; analysis analyses;
  basis bases; thesis theses; hypothesis hypotheses; criterion criteria; phenomenon phenomena; medium media; bacterium bacteria;
  index indices; appendix appendices; life lives; wife wives; knife knives; half halves; shelf shelves; thief thieves; leaf leaves; loaf loaves;
  spokesman spokesmen; spokeswoman spokeswomen; fireman firemen; policeman policemen; fisherman fishermen; businessman businessmen`

const families = FORMS.split(';').map((family) => family.trim().split(/\s+/u))

/** The dictionary's form of each irregular form, in lower case. */
export const dictionaryForm: ReadonlyMap<string, string> = new Map(
  families.flatMap(([form = '', ...others]) => others.map((other) => [other, form] as const)),
)

/** The other forms of a word, in lower case; of its own and of its dictionary's form. */
export function otherForms(word: string): string[] {
  const lower = word.toLowerCase()
  return families
    .filter((family) => family.includes(lower))
    .flatMap((family) => family.filter((form) => form !== lower))
}
