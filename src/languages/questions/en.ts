/** How questions are asked in English. */
import type { QuestionWords } from './words.ts'

const PLEASE = `(?:please |can you |could you |would you |i(?:'d| would) like (?:to have )?|i (?:want|need) |we need |give (?:me|us) |show (?:me|us) |tell (?:me|us) |write (?:me |us )?|make (?:me |us )?|let me have )*(?:please )?`
const ARTICLE = `(?:an? |the |some )?(?:short |quick |brief |full |complete |concise )?`
const ABOUT = `(?:of|on|about|for|regarding|concerning|around|to|in|from|behind)`

const starts = (words: string) => new RegExp(`^\\s{0,9}${PLEASE}${words}`, 'iu')
const asks = (words: string) => new RegExp(words, 'iu')

const CHANGES =
  /^\s{0,9}(?:what (?:has |have |had )?changed\b(?: (?:in|with|about|on))?\s{0,9}(?<subject>.{0,300})|how (?:did|has|have) (?<what>.{1,200}?) changed?\b(?<rest>.{0,100}))/iu

export const en: QuestionWords = {
  kinds: [
    {
      kind: 'help',
      pattern: asks(
        String.raw`^\s{0,9}(?:(?:hi|hello|hey|good (?:morning|evening|afternoon|day)|thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|cheers|bye|goodbye|ok(?:ay)?|great|cool|nice|help|test|ping)(?: (?:there|bot|attach[eé]|you|everyone|all))?[\s!.,?]{0,9}){1,6}$|^\s{0,9}(?:who|what) are you\b|what(?:'s| is) your (?:name|purpose|job)|how (?:do|does|can) (?:you|this|it|i use (?:you|this|it)|the bot|this bot) work|^\s{0,9}(?:(?:hi|hello|hey)\W{1,5})?how (?:do|can|should) i (?:use|ask|talk|search|start)|(?:what|which)(?: (?:kinds?|sorts?|types?) of)? questions? (?:do|can|could|may|should) (?:you|i|we|one|this bot) (?:answer|ask|put|try|pose)|what can (?:you|i|we|this bot) (?:do|ask|answer|find|search|help)|what (?:do|can) you (?:know|offer|have|cover)|(?:what|which) (?:documents|sources|files|articles|texts|topics|subjects|outlets|newspapers|languages)(?: of documents)? (?:do you|are (?:there|in|available|covered|loaded|stored|here)|have you|does (?:this|it|the corpus)|can (?:i|you)|is)|what(?:'s| is) in (?:the|your|this) (?:corpus|collection|library|database|archive|store)|how many (?:documents|sources|articles|files)(?: do you| are| have| does)?|can you help|are you (?:a|an) (?:bot|human|person|robot|machine|ai)|who (?:made|built|wrote|created|runs) (?:you|this bot)|what languages do you`,
      ),
    },
    {
      kind: 'timeline',
      pattern: starts(
        String.raw`${ARTICLE}(?:time ?line|chronology|chronicle|chronological (?:order|list|account|overview)|sequence of events|course of events|order of events)(?:\s{1,9}${ABOUT})?\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'timeline',
      pattern: asks(
        String.raw`^(?<subject>.{0,300}?)[,:–-]?\s{0,9}(?:in chronological order|chronologically|as a time ?line|step by step(?: in time)?|day by day|one after (?:the other|another))\W{0,9}$`,
      ),
    },
    {
      kind: 'timeline',
      pattern: asks(
        String.raw`^\s{0,9}what (?:all )?(?:has )?happened (?:first|next|then|since|before|after|between|on|in|during|until|at)\b\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    { kind: 'timeline', pattern: CHANGES },
    {
      kind: 'timeline',
      pattern: asks(
        String.raw`^\s{0,9}(?:what(?:'s| is| are) )?(?:the )?(?:latest|newest|most recent)(?: (?:news|developments?|updates?|state of (?:play|affairs)|situation|on|about|in|with|from|of|regarding))*\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'timeline',
      pattern: asks(String.raw`^\s{0,9}(?:any )?(?:news|updates?) ${ABOUT}\s{1,9}(?<subject>.{0,300})`),
    },
    {
      kind: 'timeline',
      pattern: asks(
        String.raw`^\s{0,9}how did (?<subject>.{0,300}?) (?:unfold|evolve|develop|come about|progress|proceed)\b`,
      ),
    },
    {
      kind: 'comparison',
      pattern: starts(
        String.raw`${ARTICLE}(?:compare|contrast|comparison (?:of|between)|(?:the )?pros and (?:the )?cons(?: (?:of|for))?|(?:the )?(?:arguments?|case|reasons) for and against|for and against|(?:the )?advantages and (?:the )?(?:disadvantages|drawbacks)(?: of| for)?|(?:the )?benefits and (?:the )?(?:risks|costs|drawbacks)(?: of| for)?|(?:the )?(?:strengths and weaknesses|upsides? and downsides?)(?: of| for)?|(?:the )?differences? between)\b\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'comparison',
      pattern: asks(
        String.raw`\b(?:pros and cons|for and against|(?:upsides?|advantages?|benefits?|strengths?|merits|positives|plus(?:es)?|good (?:sides?|points)) and (?:the )?(?:downsides?|disadvantages?|drawbacks?|risks?|costs?|weaknesses|negatives|minus(?:es)?|bad (?:sides?|points))|disagree|disagreement|disagreements|differ\b|differences? between|compared? (?:to|with)|versus|vs\.?|contradict|at odds|both sides|opposing (?:sides|views)|(?:supporters|advocates|proponents|friends) and (?:critics|opponents|enemies)|(?:critics|opponents) and (?:supporters|proponents)|(?:accounts?|versions?|figures|numbers|sources|reports) .{0,300}\bagree|(?:do|does) .{0,300} agree\b|in dispute|disputed|who is right)`,
      ),
    },
    {
      kind: 'summary',
      pattern: starts(
        String.raw`${ARTICLE}(?:summari[sz]e|sum(?: it)? up|summing up|recap|summary|overview|brief(?:ing)?(?: me| us)?|outline|digest|rundown|run-?down|synopsis|abstract|gist|tl;?dr|bottom line|(?:key|main) (?:take-?aways?|points|messages|findings|facts|ideas|aspects|developments)|take-?aways?|highlights|in a nutshell|state of play|background|catch me up|fill me in|bring me up to (?:date|speed)|explain|describe)\b(?:\s{1,9}${ABOUT})?\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'summary',
      pattern: asks(
        String.raw`^\s{0,9}(?:what(?:'s| is| are| was| were)|which (?:are|were)) (?:the |your )?(?:${'key|main|most important|central|biggest|big|principal|essential'})\s(?:take-?aways?|points|messages|findings|facts|ideas|aspects|developments|news|stories|things|topics|themes|issues|story)(?:\s{1,9}${ABOUT})?\s{0,9}(?<subject>.{0,300})|^\s{0,9}what(?:'s| is| was) (?:in the news|new|going on|happening|up|the (?:story|situation|news|gist|bottom line|state of play|background|matter|whole thing|affair)|this(?: all)?(?: about)?|it all about|all this about)\b(?:\s{1,9}(?:${ABOUT}|with))?\s{0,9}(?<other>.{0,300})|^\s{0,9}what (?:should|do|must) (?:i|we|one) (?:need to )?know (?:about|on|of)\s{1,9}(?<topic>.{0,300})|^\s{0,9}what (?:do|does) (?:the |all |these |those )?(?:documents?|articles?|sources|papers|texts|corpus|reports?) (?:say|tell)(?: us| me)?(?: (?:about|on|of))?\s{0,9}(?<about>.{0,300})|^\s{0,9}what (?:do (?:you|we) know|is known|is there|have you got) (?:about|on|of)\s{1,9}(?<known>.{0,300})|\b(?:tl;?dr|in a nutshell|in (?:short|brief))\b`,
      ),
    },
    {
      kind: 'why',
      pattern: asks(
        String.raw`^\s{0,9}what (?:caused|causes|led to|explains|prompted|triggered|made|makes)\b\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'list',
      pattern: starts(
        String.raw`${ARTICLE}(?:list|lists|enumerate|name|itemi[sz]e|collect|(?:bullet )?points?)\b(?: (?:of|all|everything|every|each|the|me|us|up|that|who|which)\b)*\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'list',
      pattern: asks(
        String.raw`^\s{0,9}(?:who(?:'s| is) who|who are (?:all )?(?:the )?(?:people|persons|actors|players|key (?:people|players|figures)|main (?:people|actors|figures|players)|protagonists|parties)|which (?:people|persons|actors|parties|players) (?:are|were|play|appear))\b(?: (?:in|of|behind|involved in|around))?\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'list',
      pattern: asks(
        String.raw`^\s{0,9}(?:(?:in |to |with |by |from |for |on |at |under |of |against )?(?:what|which) (?:are |were |other |all |the |two |three |four |five |six |seven |eight |nine |ten |main |key |\d{1,2} )*(?<subject>(?:${'things|demands|conditions|terms|measures|steps|sanctions|reasons|countries|organi[sz]ations|companies|firms|people|parties|groups|points|items|goods|products|problems|risks|arguments|options|proposals|promises|numbers|figures|sums|names|places|cities|dates|requirements|obligations|concessions|decisions|agreements|changes|consequences|effects|benefits|advantages|disadvantages|goals|aims|issues|questions|topics|events|projects|sources|causes|factors|ways|criticisms|objections|accusations|complaints|claims|plans|rules|parts|members|bodies|institutions|fields|areas|sectors|weapons|banks'})\b.{0,300}))`,
      ),
    },
    {
      kind: 'list',
      pattern: asks(String.raw`^\s{0,9}(?:everything|all)(?: (?:the|that|about))? (?<subject>.{0,300})`),
    },
    {
      kind: 'list',
      pattern: asks(
        String.raw`^(?<subject>.{3,300}?)[\s?.,;:–-]{1,9}(?:all|every|each) (?:of (?:it|them)|(?:the )?(?:points?|items?|things?))(?: please)?\W{0,9}$|^(?<other>.{3,300}?)[\s,;:–-]{1,9}(?:as|in) a list\W{0,9}$`,
      ),
    },
    {
      kind: 'said',
      pattern: asks(
        String.raw`^\s{0,9}(?:who|whom) (?:all )?(?:said|says|claimed|claims|argued|argues|warned|warns|called|calls|compared|compares|described|describes|accused|accuses|demanded|demands|denied|denies|admitted|promised|predicted|announced|told|insisted|suggested|stated|thinks|believes|spoke|speaks|criticised|criticized|complained|conceded)\b(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'said',
      pattern: asks(
        String.raw`^\s{0,9}(?:what|how|when|where)?\s{0,9}(?:did|does|do|has|have|had|is|are) (?<subject>.{0,300}?)\b(?:say|said|think|thought|comment|commented|react|reacted|respond|responded|reply|replied|describe|described|argue|argued|explain|explained|call|claim|claimed|state|stated|tell|told|write|wrote|warn|predict|mention|mentioned|view|see|feel|answer)\b\s{0,9}(?<other>.{0,300})`,
      ),
    },
    {
      kind: 'said',
      pattern: asks(
        String.raw`\b(?:according to|in the words of|the (?:reaction|reactions|opinion|view|views|position|stance|response|comment|comments|statement|statements|remarks|words) (?:of|from|by)|quotes? (?:from|by|of)|quotations? (?:from|by|of))\b\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'why',
      pattern: asks(
        String.raw`^\s{0,9}(?:and |but |so )?(?:why|how come|what (?:is|was|were|are) the (?:reasons?|causes?|grounds?|purpose|point) (?:for|of|why|behind|that)|for what reasons?|what (?:caused|causes|led to|explains|made|makes|prompted|triggered|is behind|was behind)|what are the (?:consequences|effects|results)|with what (?:consequences?|result|effect)|what (?:consequences?|effects?|results?|impact))\b\s{0,9}(?<subject>.{0,300})`,
      ),
    },
    {
      kind: 'definition',
      pattern: asks(
        String.raw`^\s{0,9}(?:(?:who|what)(?:'s| is| are| was| were) (?:an? |the )?(?<subject>(?!.{0,300}\b(?:who|which|that|when|where|if|now|doing|saying|going)\b)\S{1,40}(?:\s{1,3}\S{1,40}){0,4}?)|what (?:do|does|did|is|are) (?<term>.{1,300}?) (?:mean|stand for|do|short for)|(?<short>\S{2,40}) (?:stands for|means|is short for) what|(?:define|definition of|meaning of) (?<other>.{1,300})|what is meant by (?<meant>.{1,300}))[\s?!.]{0,9}$`,
      ),
    },
    {
      kind: 'yesno',
      pattern: asks(
        String.raw`^\s{0,9}(?:and |but |so )?(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|won't|can't)\s(?<subject>.{1,300})`,
      ),
    },
    {
      kind: 'why',
      pattern: asks(
        String.raw`^\s{0,9}(?:and |but |so )?how (?:do|does|did|can|could|will|would|is|are|was|were|has|have|had)\s(?<subject>.{1,300})`,
      ),
    },
  ],
  form: /\b(?:in|as|with|using)\s{1,9}(?:just |only |at most |no more than |about |max(?:imum)? )?(?<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a)\s{1,9}(?:short |brief |single |key |main |bullet )?(?:points?|bullets?|sentences?|lines?|items?|words?|steps?)\b/iu,
  suggestions: ['summary of %', 'timeline of %', 'what is the latest on %?'],
  filler:
    /^(?:(?:please|the|an?|about|on|of|for|me|us|all|this|that|it|everything|now|briefly|shortly|again)(?:\s{1,9}|$)){1,8}|(?:(?:^|\s{1,9})(?:please|for me|for us|so far|now|in this affair|here|briefly|shortly|again|thanks?)){1,4}$/giu,
  loose:
    /^(?:\s{0,9}(?:between|and|on|in|from|to|since|until|till|the|of|with|by|during|after|before|at|for)(?=\s|$)){1,5}|(?:(?:^|\s)(?:between|and|on|in|from|to|since|until|till|of|with|by|during|after|before|at|for)\s{0,3}){1,5}$/giu,
  relativeDays: [
    { pattern: /\b(?:today|this (?:morning|afternoon|evening)|tonight|right now)\b/iu, from: 0, to: 0 },
    { pattern: /\b(?:yesterday|last night)\b/iu, from: 1, to: 1 },
    {
      pattern:
        /\b(?:this week|in the (?:last|past) (?:few|couple of|seven|7) days|these days|over the last week|recently|just now|lately)\b/iu,
      from: 7,
      to: 0,
    },
    { pattern: /\blast week\b/iu, from: 14, to: 7 },
    { pattern: /\b(?:this month|in the (?:last|past) (?:few|four|4) weeks)\b/iu, from: 31, to: 0 },
    { pattern: /\blast month\b/iu, from: 62, to: 28 },
  ],
  changes: CHANGES,
  latest:
    /\b(?:latest|newest|most recent(?:ly)?|by now|at the moment|current(?:ly)?|as of now|up to now|now(?! that\b)|nowadays|so far|still|these days)\b/iu,
  since: /\b(?:since|after|from)\s{1,9}(?:the\s{1,9})?$/iu,
  until: /\b(?:until|till|before|by|up to)\s{1,9}(?:the\s{1,9})?$/iu,
  asking:
    /\b(?:who|whom|whose|what|which|when|where|why|how(?: (?:many|much|long|far|old|big|large|high|often|soon|come))?)\b/giu,
  everything:
    /^(?:whole |entire |full )?(?:affair|story|events?|case|matter|situation|crisis|incident|thing|news|documents?|articles?|texts?|corpus|topics?|subject)s?$/iu,
  contractions:
    /\b(?:what|who|how|where|when|why|that|there)(?=s\s)|\b(?:do|does|did|is|are|was|were|has|have|had|would|should|could)n(?=t\b)/giu,
}
