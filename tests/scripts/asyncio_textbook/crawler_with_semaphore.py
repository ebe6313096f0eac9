"""A crawler over a made-up site: at most three pages are fetched at a time."""
import asyncio

SITE = {
    "/": ["/about", "/news", "/shop"],
    "/about": ["/", "/team"],
    "/news": ["/news/1", "/news/2"],
    "/shop": ["/shop/cart", "/missing"],
    "/team": [], "/news/1": ["/"], "/news/2": ["/news/1"], "/shop/cart": [],
}


class Crawler:
    def __init__(self, limit):
        self.limit = asyncio.Semaphore(limit)
        self.seen = {}
        self.busy = self.most = 0

    async def fetch(self, url):
        async with self.limit:
            self.busy += 1
            self.most = max(self.most, self.busy)
            await asyncio.sleep(0)
            self.busy -= 1
            if url not in SITE:
                raise LookupError(f"404 {url}")
            return SITE[url]

    async def crawl(self, url, depth=0):
        if url in self.seen:
            return
        self.seen[url] = depth
        try:
            links = await self.fetch(url)
        except LookupError as error:
            print("failed:", error)
            return
        await asyncio.gather(*[self.crawl(link, depth + 1) for link in links])


async def main():
    crawler = Crawler(3)
    await crawler.crawl("/")
    for url, depth in sorted(crawler.seen.items()):
        print("  " * depth + url)
    print("at most", crawler.most, "at a time")


asyncio.run(main())
