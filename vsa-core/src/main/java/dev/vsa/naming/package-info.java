/** Names that people write in files: how they are spelt, and which one a slip of the finger meant. */
@NullMarked
package dev.vsa.naming;

import org.jspecify.annotations.NullMarked;
