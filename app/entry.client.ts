import './ui/browser/copy.ts'
import './ui/browser/live.ts'
import './ui/browser/swap-forms.ts'
import './features/transcripts/marking/marking.browser.ts'
