package org.headcoach.people;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * The right that a service method asks for; one of several is enough. Without it the method answers as if
 * the thing did not exist. Whether this very person or plan is within reach is asked inside the method.
 * An operation of the REST interface names the right of its service, so that it is asked for before the body is read.
 */
@Inherited
@InterceptorBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface Needs {
	@Nonbinding
	Permission[] value() default {};
}
