/** The least that an answer can cost on this machine: what the real Worker is measured against. */
export default {
  async fetch(request, env) {
    switch (new URL(request.url).pathname) {
      case "/constant":
        return new Response("ok");
      case "/kv-get":
        return new Response(await env.KV.get("value"));
      case "/d1-read": {
        const statement = env.DB.prepare("SELECT id, text FROM items WHERE owner = ? LIMIT 30");
        const { results } = await statement.bind(17).all();
        return Response.json(results);
      }
      case "/d1-insert": {
        const statement = env.DB.prepare("INSERT INTO notes (id, text) VALUES (?, 'a note')");
        await statement.bind(crypto.randomUUID()).run();
        return new Response("ok", { status: 201 });
      }
      default:
        return new Response("not found", { status: 404 });
    }
  },
};
