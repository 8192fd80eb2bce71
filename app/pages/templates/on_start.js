window.kloe.start('{{ rooted("") }}', (name, what) => trigger(name, what)); // 'go' 'typed' 'beside' 'feedback' 'stop'
window.kloeStarting.start('{{ rooted("") }}');
