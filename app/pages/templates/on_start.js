window.kloe.start((name, what) => trigger(name, what)); // 'go' 'typed' 'beside' 'feedback'
