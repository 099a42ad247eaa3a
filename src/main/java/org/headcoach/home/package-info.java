/** Each role's front page: what do I have to do today? */
package org.headcoach.home;
