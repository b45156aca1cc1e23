import './ui/browser/copy.ts'
import './ui/browser/swap-forms.ts'
