/** What the tests that need a server have in common. Read {@link org.headcoach.InContainer} and {@link org.headcoach.browser.Pages} first. */
package org.headcoach.suite;
