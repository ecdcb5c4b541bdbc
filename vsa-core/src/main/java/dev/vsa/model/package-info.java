/**
 * Models: what they are, where they come from, and how their files reach this machine unchanged.
 *
 * <p>A {@link dev.vsa.model.ModelDescription} says all that is needed to feed a model and to read its outputs. Descriptions come
 * from the {@link dev.vsa.model.ModelCatalogue} that ships with the library, or from a YAML file beside a model of one's own. A
 * {@link dev.vsa.model.ModelStore} finds the file of a description: inside the library, in its folder, or at the official
 * address; a file that is not the one it should be is never loaded. A model whose labels name faces, ages, genders, emotions,
 * plates or identities has no description and so cannot be loaded: this library tells events, not people.
 *
 * <p>Nothing here knows a native type; what runs a model is elsewhere.
 */
@NullMarked
package dev.vsa.model;

import org.jspecify.annotations.NullMarked;
