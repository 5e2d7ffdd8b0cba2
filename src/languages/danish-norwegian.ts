/** The full stops of Danish and Norwegian, which abbreviate alike. */
import type { StopRules } from './rules.ts'

export const stops: StopRules = {
  leading: /f\.\s?eks|bl\.\s?a|ca|dvs|pga|inkl|ekskl|evt/,
  abbreviations: /mio|mrd|jan|febr?|apr|aug|sept?|okt|nov|des|dec/,
  numbered: /[Nn]r|[Aa]rt|[Ss]tk|[Ss]|[Kk]l|[Tt]lf|[Kk]ap/,
  closing: /osv|m\.\s?[vm]/,
  ordinals: {
    leads: /den|det|de|til/,
    nouns: /(?:plads|plass|gang|etage|etasje|juni|juli)/,
  },
}
