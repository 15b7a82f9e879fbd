// Saves a form while somebody types. The button does the same without script, and always stays.
// The form says where to save (`data-save-to`), and holds an element that says how it went (`data-saved`).
const PAUSE = 2000 // milliseconds without a key before something is sent

export function saveWhileTyping (form) {
  const told = form.querySelector('[data-saved]')
  const version = form.querySelector('input[name="version"]')
  let timer = null
  let sending = false
  let again = false
  let pressed = null

  function say (words) {
    if (told) told.textContent = words
  }

  async function send () {
    if (sending) {
      again = true
      return
    }
    sending = true
    try {
      const answer = await fetch(form.dataset.saveTo, { method: 'POST', body: new FormData(form), redirect: 'manual' })
      if (answer.status === 204) {
        if (version) version.value = answer.headers.get('Cairn-Version') || version.value
        say(`Saved at ${answer.headers.get('Cairn-Saved')}`)
      } else if ((answer.headers.get('Content-Type') || '').startsWith('text/plain')) {
        say(`Not saved. ${await answer.text()}`)
      } else {
        say('Not saved: you may have been signed out. Press the button before you leave this page.')
      }
    } catch {
      say('Not saved: there is no connection. Keep this page open, or press the button later.')
    }
    sending = false
    if (pressed) {
      form.requestSubmit(pressed)
    } else if (again) {
      again = false
      later()
    }
  }

  function later () {
    clearTimeout(timer)
    timer = setTimeout(send, PAUSE)
  }

  form.addEventListener('input', later)
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (!sending) return
    // The button waits for what is on its way, so that nobody is told of a change that was her own.
    event.preventDefault()
    pressed = event.submitter
  })
}
