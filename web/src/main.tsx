import './zod-without-eval.ts';
import '@fontsource-variable/inter/opsz.css';
import './mantine.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { App, makeApp } from './app.tsx';

createRoot(document.getElementById('root')!).render(<App {...makeApp()} />);
