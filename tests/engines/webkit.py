"""WebKitGTK as Debian ships it, in a window on a screen of its own, driven by Selenium."""

import os
import subprocess

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.engines.visitor import PATIENCE_SECONDS, Visitor, wait_until

SCREEN = "1280x900x24"
KEYS = {"Control": Keys.CONTROL, "Enter": Keys.ENTER, "End": Keys.END, "Tab": Keys.TAB}
# This driver tells nothing of the console; what breaks from here on is noted in the page.
NOTE_ERRORS = """() => {
  if (!window.broken) addEventListener("error", event => window.broken.push(event.message));
  window.broken ??= [];
}"""
NOTED = "() => window.broken ?? []"


class WebKit(Visitor):
    def __init__(self, browser: str, driver: str, server: str):
        self.said: list[str] = []
        self.screen = subprocess.Popen(
            [server, "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        display = self.screen.stdout.readline().strip()
        options = Options()
        options.binary_location = browser
        options.add_argument("--automation")
        here = {**os.environ, "DISPLAY": f":{display}", "GDK_BACKEND": "x11"}
        self.driver = webdriver.WebKitGTK(options=options, service=Service(driver, env=here))
        self.driver.set_script_timeout(PATIENCE_SECONDS)
        self.driver.set_window_size(1280, 900)

    def open(self, address):
        self._leaving()
        self.driver.get(address)
        self._arrived()

    def back(self):
        self._leaving()
        self.driver.back()
        self._arrived()

    def reload(self):
        self._leaving()
        self.driver.refresh()
        self._arrived()

    def _leaving(self):
        self.said += self.run(NOTED)

    def _arrived(self):
        self.run(NOTE_ERRORS)

    @property
    def address(self):
        return self.driver.current_url

    def click_on(self, xpath):
        wait_until(lambda: self._shown(xpath), f"no {xpath} is shown")
        element = self._shown(xpath)[0]
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def _shown(self, xpath):
        return [each for each in self.driver.find_elements("xpath", xpath) if each.is_displayed()]

    def type(self, text):
        ActionChains(self.driver).send_keys(text.replace("\n", Keys.ENTER)).perform()

    def press(self, *keys):
        *held, last = [KEYS.get(key, key) for key in keys]
        chain = ActionChains(self.driver)
        for key in held:
            chain.key_down(key)
        chain.send_keys(last)
        for key in held:
            chain.key_up(key)
        chain.perform()

    def drag(self, left, top, right, bottom):
        mouse = ActionChains(self.driver).w3c_actions
        pointer = mouse.pointer_action
        pointer.move_to_location(int(left), int(top)).pointer_down()
        pointer.move_to_location(int(right), int(bottom)).pointer_up()
        mouse.perform()

    def run(self, function, argument=None):
        return self.driver.execute_script(f"return ({function})(arguments[0])", argument)

    def run_on(self, xpath, function):
        wait_until(lambda: self.count(xpath), f"no {xpath}")
        element = self.driver.find_element("xpath", xpath)
        return self.driver.execute_script(f"return ({function})(arguments[0])", element)

    def count(self, xpath):
        return len(self.driver.find_elements("xpath", xpath))

    def complaints(self):
        return [*self.said, *self.run(NOTED)]

    def close(self):
        self.driver.quit()
        self.screen.terminate()
        self.screen.wait()
