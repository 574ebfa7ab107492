'use client';

import { Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './LinkButton.module.css';

/** A link that looks like a button: the next step of a page. */
export function LinkButton({
  href,
  children,
  ...props
}: ButtonProps & { href: string; children: ReactNode }) {
  return (
    <Button component={Link} className={styles.link} href={href} scroll={false} prefetch={false} {...props}>
      {children}
    </Button>
  );
}
