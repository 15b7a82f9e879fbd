// Starts the parts that script improves. Every page works without it.
import { createAll, initAll } from 'govuk-frontend'
import { Alert } from '@ministryofjustice/frontend/moj/components/alert/alert.mjs'
import { DatePicker } from '@ministryofjustice/frontend/moj/components/date-picker/date-picker.mjs'
import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'
import { saveWhileTyping } from './parts/save_while_typing.mjs'

// The design system looks for these two words before it starts; they stand here because pages carry no inline script.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

initAll()
createAll(Alert)
createAll(DatePicker)
createAll(SortableTable)
document.querySelectorAll('form[data-save-to]').forEach(saveWhileTyping)
