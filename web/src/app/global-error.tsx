'use client';

/** When even the frame of the app fails: no design, no scripts of ours. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <h1>Something went wrong on our side</h1>
        <p>
          <a href="/">Begin again</a>
        </p>
      </body>
    </html>
  );
}
