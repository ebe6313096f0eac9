"""A simulated web crawler: breadth first with a pool, a visited set, and retries."""
import concurrent.futures
import logging
import queue
import sys
import threading
from collections import Counter, OrderedDict, namedtuple

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s|%(name)s|%(message)s")
log = logging.getLogger("crawler")
Page = namedtuple("Page", "url title links", defaults=[()])
SITE = {
    "/": Page("/", "Home", ("/about", "/blog", "/missing")),
    "/about": Page("/about", "About us", ("/", "/team")),
    "/blog": Page("/blog", "Blog", ("/blog/1", "/blog/2", "/")),
    "/blog/1": Page("/blog/1", "First post", ("/blog",)),
    "/blog/2": Page("/blog/2", "Second post", ("/blog", "/blog/1", "/flaky")),
    "/team": Page("/team", "Team"),
    "/flaky": Page("/flaky", "Flaky"),
}
attempts = Counter()
attempts_lock = threading.Lock()


class HTTPError(Exception):
    def __init__(self, status, url):
        self.status, self.url = status, url

    def __str__(self):
        return f"HTTP {self.status} for {self.url}"


def fetch(url):
    with attempts_lock:
        attempts[url] += 1
        tries = attempts[url]
    if url not in SITE:
        raise HTTPError(404, url)
    if url == "/flaky" and tries < 3:
        raise ConnectionResetError(104, "Connection reset by peer")
    return SITE[url]


def crawl(start, workers=4):
    seen = {start}
    level = [start]
    pages = OrderedDict()
    errors = {}
    depth = 0
    with concurrent.futures.ThreadPoolExecutor(workers, thread_name_prefix="crawl") as pool:
        while level:
            log.info("level %d: %s", depth, ", ".join(level))
            futures = {pool.submit(fetch, url): url for url in level}
            done, not_done = concurrent.futures.wait(futures)
            assert not not_done
            upcoming = []
            for future in futures:
                url = futures[future]
                try:
                    page = future.result()
                except HTTPError as error:
                    errors[url] = error
                    log.warning("%s", error)
                except OSError as error:
                    log.error("retry %s: %r errno=%s %s", url, error, error.errno, error.strerror)
                    upcoming.append(url)
                else:
                    pages[url] = page
                    for link in page.links:
                        if link not in seen:
                            seen.add(link)
                            upcoming.append(link)
            level = sorted(upcoming)
            depth += 1
    return pages, errors


pages, errors = crawl("/")
width = max(map(len, pages))
for url, page in sorted(pages.items(), key=lambda item: (-len(item[1].links), item[0])):
    print(f"{url:<{width}} | {page.title:^14} | {len(page.links):>3}")
print({u: str(e) for u, e in errors.items()}, attempts.most_common(2))
print(Page._fields, Page._field_defaults, pages["/team"]._replace(title="T")._asdict())
print(pages["/"], isinstance(pages["/"], tuple))
pages.move_to_end("/")
print(list(pages), pages.popitem(last=False)[0])
