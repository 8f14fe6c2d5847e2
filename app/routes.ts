import { index, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("routes/home/route.tsx"),
  route("services", "routes/services/route.tsx"),
  route("search", "routes/search/route.tsx"),
  route("instructors/:id", "routes/instructor/route.tsx"),
  route("instructors/:id/book", "routes/book/route.tsx"),
  route("lessons", "routes/lessons.tsx"),
  route("lessons/:id", "routes/lesson.tsx"),
  route("login", "routes/login.tsx"),
  route("signup", "routes/signup.tsx"),
  route("logout", "routes/logout.ts"),
  route("privacy", "routes/privacy.tsx"),
  route("terms", "routes/terms.tsx"),
  route("dev/mailbox", "routes/dev-mailbox/list.tsx"),
  route("dev/mailbox/:id", "routes/dev-mailbox/message.tsx"),
  route("dev/mailbox/:id/html", "routes/dev-mailbox/html.ts"),
  route("admin/users", "routes/admin/users/route.tsx"),
  route("admin/users/:id", "routes/admin/user/route.tsx"),
  route("*", "routes/not-found.ts"),
] satisfies RouteConfig;
