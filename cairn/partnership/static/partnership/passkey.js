// Passkeys: an extra. Each form marked data-passkey stays hidden until this script finds that the browser can do it.
(function () {
  'use strict'
  const can = window.PublicKeyCredential && window.webauthnJSON
  const options = () => JSON.parse(document.getElementById('passkey-options').textContent)

  const ways = {
    create: async (form) => {
      const asked = options().creation_options
      const alone = form.elements.passwordless && form.elements.passwordless.checked
      const wish = asked.publicKey.authenticatorSelection || (asked.publicKey.authenticatorSelection = {})
      wish.residentKey = alone ? 'required' : 'discouraged'
      wish.requireResidentKey = Boolean(alone)
      if (alone) wish.userVerification = 'required'
      return window.webauthnJSON.create(asked)
    },
    get: async () => window.webauthnJSON.get(options().request_options),
    'sign-in': async (form) => {
      const answer = await fetch(form.action, { headers: { Accept: 'application/json' } })
      if (!answer.ok) throw new Error('no challenge')
      return window.webauthnJSON.get((await answer.json()).request_options)
    }
  }

  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    if (!can) return
    const problem = form.querySelector('[data-passkey-problem]')
    form.hidden = false
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      problem.hidden = true
      try {
        form.elements.credential.value = JSON.stringify(await ways[form.dataset.passkey](form))
        form.submit()
      } catch {
        problem.hidden = false
      }
    })
  })
})()
