const total = { requests: 0, rowsRead: 0, rowsWritten: 0, kvReads: 0, kvWrites: 0, messages: 0 };

/** The site with everything counted that is paid for; `/meter` tells the counts and begins anew. */
export function meter(site) {
  return {
    async fetch(request, env, context) {
      if (new URL(request.url).pathname === "/meter") {
        const counted = { ...total };
        for (const name of Object.keys(total)) total[name] = 0;
        return Response.json(counted);
      }
      total.requests += 1;
      return await site.fetch(request, watch(env), context);
    },
    queue: (batch, env, context) => site.queue(batch, watch(env), context),
    scheduled: (event, env, context) => site.scheduled(event, watch(env), context),
  };
}

function watch(env) {
  return {
    ...env,
    DB: { withSession: (constraint) => watchSession(env.DB.withSession(constraint)) },
    AVAILABILITY: watchCache(env.AVAILABILITY),
    EVENTS: watchQueue(env.EVENTS),
    MAIL: watchQueue(env.MAIL),
    WEBHOOKS: watchQueue(env.WEBHOOKS),
  };
}

function watchSession(session) {
  return {
    prepare: (sql) => session.prepare(sql),
    getBookmark: () => session.getBookmark(),
    async batch(statements) {
      const results = await session.batch(statements);
      for (const { meta } of results) {
        total.rowsRead += meta.rows_read;
        total.rowsWritten += meta.rows_written;
      }
      return results;
    },
  };
}

function watchCache(cache) {
  const counted =
    (name, method) =>
    (...args) => {
      total[name] += 1;
      return cache[method](...args);
    };
  return {
    get: counted("kvReads", "get"),
    getWithMetadata: counted("kvReads", "getWithMetadata"),
    put: counted("kvWrites", "put"),
    delete: counted("kvWrites", "delete"),
    list: counted("kvWrites", "list"),
  };
}

function watchQueue(queue) {
  return {
    send: (...args) => {
      total.messages += 1;
      return queue.send(...args);
    },
    sendBatch: (messages, ...args) => {
      const list = [...messages];
      total.messages += list.length;
      return queue.sendBatch(list, ...args);
    },
  };
}
