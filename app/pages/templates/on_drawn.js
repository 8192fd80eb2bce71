// A part whose tab opens with the page is first drawn before it can be watched.
const drawn = () => window.kloe.drawn('{{ part }}', element); watch('value', drawn); drawn();
