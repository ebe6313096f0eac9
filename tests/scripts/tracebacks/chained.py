class ConfigError(Exception):
    pass


def read(settings, name):
    try:
        return int(settings[name])
    except KeyError as error:
        raise ConfigError(f"no setting {name}") from error


def main():
    try:
        read({}, "port")
    except ConfigError:
        return undefined_thing


main()
