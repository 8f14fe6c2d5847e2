export async function loader() { return { hello: "world" }; }
export default function Home() {
  return <h1 className="text-xl">Hello</h1>;
}
