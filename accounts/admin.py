from django.contrib.admin import ModelAdmin


class PersonAdmin(ModelAdmin):
    """Who is here. Nothing of what they wrote, nor of how they set up their own journal."""

    list_display = ["email", "date_joined", "last_login", "is_staff", "is_active"]
    list_filter = ["is_staff", "is_active"]
    search_fields = ["email"]
    ordering = ["-date_joined"]
    fields = ["email", "is_active", "is_staff", "is_superuser", "date_joined", "last_login"]
    readonly_fields = ["email", "date_joined", "last_login"]

    def has_add_permission(self, *_) -> bool:
        return False

    def has_delete_permission(self, *_) -> bool:
        return False
