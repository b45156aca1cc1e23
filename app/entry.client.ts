import './ui/browser/swap-forms.ts'
