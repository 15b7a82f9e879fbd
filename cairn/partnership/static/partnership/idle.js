// Warns two minutes before a session ends for want of use, and leaves the page when it has ended. Nothing is stored.
(function () {
  'use strict'
  const dialog = document.querySelector('dialog[data-idle]')
  if (!dialog || typeof dialog.showModal !== 'function') return
  const WARN = 120
  const limit = Number(dialog.dataset.idle)
  const left = dialog.querySelector('[data-left]')
  const form = dialog.querySelector('form')
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('cairn-session') : null
  let since = Date.now()
  let said = ''

  const begin = () => {
    since = Date.now()
    said = ''
    if (dialog.open) dialog.close()
  }
  const leave = () => {
    const back = encodeURIComponent(location.pathname + location.search)
    location.replace(dialog.dataset.leave + '?next=' + back)
  }
  const stay = async () => {
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'error' })
      if (!answer.ok) throw new Error('ended')
      begin()
      if (others) others.postMessage('stay')
    } catch {
      leave()
    }
  }
  const say = (seconds) => {
    const minutes = Math.ceil(seconds / 60)
    const words = minutes > 1 ? 'You have ' + minutes + ' minutes left.' : 'You have less than a minute left.'
    if (words !== said) left.textContent = said = words // read aloud only when it changes
  }

  form.addEventListener('submit', (event) => { event.preventDefault(); stay() })
  dialog.addEventListener('cancel', (event) => { event.preventDefault(); stay() }) // the Escape key
  if (others) {
    others.addEventListener('message', begin)
    others.postMessage('opened')
  }
  setInterval(() => {
    const seconds = limit - (Date.now() - since) / 1000
    if (seconds <= 0) return leave()
    if (seconds > WARN) return
    say(seconds)
    if (!dialog.open) dialog.showModal()
  }, 1000)
})()
