"use client";

import { unstable_rethrow } from "next/navigation";
import { Component, type ReactNode } from "react";
import { ErrorState } from "../error-state";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  readonly title?: string | undefined;
}

interface Failure {
  readonly reference: string | undefined;
}

/** Keeps a failure inside the part that failed; Retry renders that part again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failure: Failure | null }> {
  override state: { failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown): { failure: Failure } {
    // Redirects and "not found" travel as errors and belong to the router.
    unstable_rethrow(error);
    return { failure: { reference: referenceOf(error) } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <ErrorState
        title={this.props.title}
        reference={failure.reference}
        onRetry={() => this.setState({ failure: null })}
      />
    );
  }
}

/** Next calls it `digest` in an error of the server; ours carry `reference`. */
function referenceOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("reference" in error && typeof error.reference === "string") return error.reference;
  if ("digest" in error && typeof error.digest === "string") return error.digest;
  return undefined;
}
