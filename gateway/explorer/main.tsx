import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createRoot } from 'react-dom/client';
import { Explorer } from './Explorer.tsx';
import { startSignIn } from './signIn.ts';

const root = createRoot(document.getElementById('explorer')!);
try {
  root.render(<Explorer session={await startSignIn()} />);
} catch (error) {
  root.render(
    <p className="notice" role="alert">
      The explorer cannot start: {(error as Error).message} <a href="/explorer/">Try again</a>
    </p>,
  );
}
