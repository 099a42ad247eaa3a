/** Pay over REST, under the same rights as the pages. Read {@link org.headcoach.compensation.api.StatementsResource} first. */
package org.headcoach.compensation.api;
