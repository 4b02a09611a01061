/**
 * Settings: what an operator may write, how it is validated, and the error that names file, key, value and remedy. Sees nothing of Scora. Start at {@link org.scora.setting.Setting}.
 */
@NullMarked
package org.scora.setting;

import org.jspecify.annotations.NullMarked;
