/** Training by REST. Read {@link org.headcoach.training.api.CertificationsResource} first. */
package org.headcoach.training.api;
