from desktop.style.program_icon import SIZES, program_icon


def test_the_program_has_a_picture_of_its_own_at_every_size_that_a_desktop_asks_for(qapp):
    icon = program_icon()
    for size in SIZES:
        picture = icon.pixmap(size, size).toImage()
        assert picture.width() >= size
        inks = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert {"#e09a2b", "#0e5a66"} <= inks
