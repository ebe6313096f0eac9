import logging

logging.debug("not shown")
logging.info("not shown")
logging.warning("shown without any set-up")
logging.error("number %d and %s", 5, "text")
logging.critical("worst")
logging.basicConfig(level=logging.DEBUG)
logging.debug("still not: basicConfig does nothing the second time")
logging.getLogger().setLevel(logging.DEBUG)
logging.debug("now shown")
log = logging.getLogger("shop.till")
log.warning("from a named logger")
log.setLevel(logging.ERROR)
log.warning("hidden")
log.error("not hidden")
print(
    logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL,
    logging.getLevelName(20),
)
print(
    log.name, log.isEnabledFor(30), logging.getLogger("shop.till") is log, log.getEffectiveLevel(),
    logging.getLogger().name,
)
logging.log(logging.ERROR, "by number")
logging.warning("percent 100% sure")
logging.warning({"a": 1})
logging.warning("%(key)s", {"key": "from a dict"})
