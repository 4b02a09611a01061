/**
 * The mail queue: James' queue on an embedded ActiveMQ broker, without the defects of the stock one. Delayed mail waits
 * in the broker's scheduler and never in front of mail that is due; what is enqueued is on disk when the call returns;
 * a mail that is taken out stays in the queue until it is done, and is given up when it ends the process. Start at {@link org.scora.server.queue.GatewayMailQueue}.
 */
@NullMarked
package org.scora.server.queue;

import org.jspecify.annotations.NullMarked;
