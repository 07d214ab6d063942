/** What a kit is made of: rules, their results, the certificate, and how JUnit runs them. */
package dev.joist.conformance.kit;
