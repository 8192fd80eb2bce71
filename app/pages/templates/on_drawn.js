// On the tab that is open at first, a part is drawn before this script can watch it, so report it now.
const drawn = () => window.kloe.drawn('{{ part }}', element); watch('value', drawn); drawn();
